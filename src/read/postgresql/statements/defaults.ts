import type { A_Const, Node } from '@pgsql/types';
import { literalFromSql } from '../../../dialect/postgresql/defaults.ts';
import type { ColumnDefault, JsonValue } from '../../../model/schema.ts';
import { nameOfList } from '../names.ts';
import { descendants, nodeOf } from '../nodes.ts';
import type { SqlText } from '../sql-text.ts';
import { typeOf } from '../types.ts';

/**
 * A DEFAULT clause: a literal as a value of the column's type, all else as an expression; null for
 * NULL, which is none.
 */
export function defaultOf(node: Node, type: string, source: SqlText): ColumnDefault | null {
  const constant = nodeOf(node, 'A_Const') ?? castLiteral(node, type);
  if (constant?.isnull) return null;
  const value = constant && literal(constant, type);
  if (value !== null) return { kind: 'literal', value };
  return { kind: 'expression', sql: defaultText(node, source) };
}

/**
 * The constant in `'{}'::jsonb`, which the server reads as one of the type. A number that is cast
 * to another type stays a cast, except for `0::bigint`, where Active Record takes the number
 * (`extract_value_from_default`).
 */
function castLiteral(node: Node, type: string): A_Const | null {
  const cast = nodeOf(node, 'TypeCast');
  const constant = nodeOf(cast?.arg, 'A_Const');
  if (!cast || !constant) return null;
  const target = typeOf(cast.typeName);
  const isText = constant.sval !== undefined && !MOMENTS.test(constant.sval.sval ?? '');
  const isNumber =
    (constant.ival !== undefined && /^(?:integer|bigint)$/.test(target)) ||
    (constant.fval !== undefined && target === 'numeric');
  const isSame = constant.boolval !== undefined && target === type;
  return isText || isNumber || isSame || constant.isnull ? constant : null;
}

/** Words that the types of time read as a moment. */
const MOMENTS = /^(?:now|today|tomorrow|yesterday)$/i;

function literal(constant: A_Const, type: string): JsonValue | null {
  if (constant.boolval) return literalFromSql(String(constant.boolval.boolval ?? false), type);
  if (constant.ival) return literalFromSql(String(constant.ival.ival ?? 0), type);
  if (constant.fval) return literalFromSql(constant.fval.fval ?? '0', type);
  const text = constant.sval ? (constant.sval.sval ?? '') : null;
  return text === null ? null : literalFromSql(text, type);
}

/** What stands behind DEFAULT. */
function defaultText(node: Node, source: SqlText): string {
  const start = source.last(0, firstPlace(node, source), 'DEFAULT') ?? 0;
  return source.clause(start, ...AFTER_DEFAULT);
}

/** Words that begin the next clause of a column; an expression holds them only in parentheses. */
const AFTER_DEFAULT = [
  ...['CONSTRAINT', 'NOT', 'NULL', 'CHECK', 'UNIQUE', 'PRIMARY', 'REFERENCES', 'GENERATED'],
  ...['COLLATE', 'DEFERRABLE', 'INITIALLY'],
];

/** Where the first part of the node that has a place stands. */
function firstPlace(node: Node, source: SqlText): number {
  const places = [...descendants(node)].flatMap(({ location }) =>
    typeof location === 'number' ? [location] : [],
  );
  return source.characterAt(Math.min(...places));
}

/** The sequence in `nextval('users_id_seq'::regclass)`; null for other expressions. */
export function sequenceOf(node: Node): string | null {
  const call = nodeOf(node, 'FuncCall');
  if (!call || !['nextval', 'pg_catalog.nextval'].includes(nameOfList(call.funcname))) return null;
  const [argument] = call.args ?? [];
  const constant =
    nodeOf(argument, 'A_Const') ?? nodeOf(nodeOf(argument, 'TypeCast')?.arg, 'A_Const');
  return constant?.sval?.sval?.replaceAll('"', '').replace(/^public\./, '') ?? null;
}
