import type { Node, SelectStmt } from '@pgsql/types';
import { constraintNames } from '../../../dialect/postgresql/free-names.ts';
import { bareName } from '../../../dialect/sql-names.ts';
import { own } from '../../../model/own.ts';
import type { Schema } from '../../../model/schema.ts';
import { nodeOf, nodesOf, textsOf } from '../nodes.ts';
import { parsePostgresql } from '../parse.ts';

/** What the columns of a catalog are asked to be: `typname` is `mood`. */
type Asked = { readonly [column: string]: string };

/**
 * Whether a condition of PL/pgSQL holds that asks the catalog for an object, such as
 * `NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'mood')`; null for all that is not known.
 */
export function conditionHolds(condition: string, schema: Schema): boolean | null {
  const [statement] = parsePostgresql(`SELECT ${condition}`);
  const query = nodeOf(statement?.node ?? undefined, 'SelectStmt');
  const [target] = nodesOf(query?.targetList, 'ResTarget');
  return target?.val ? holds(target.val, schema) : null;
}

function holds(node: Node, schema: Schema): boolean | null {
  const not = nodeOf(node, 'BoolExpr');
  const [negated] = not?.args ?? [];
  if (not?.boolop === 'NOT_EXPR' && negated) {
    const inner = holds(negated, schema);
    return inner === null ? null : !inner;
  }
  const link = nodeOf(node, 'SubLink');
  const query = nodeOf(link?.subselect, 'SelectStmt');
  return link?.subLinkType === 'EXISTS_SUBLINK' && query ? finds(query, schema) : null;
}

function finds(query: SelectStmt, schema: Schema): boolean | null {
  const [from, ...more] = nodesOf(query.fromClause, 'RangeVar');
  const asked = query.whereClause ? conditionsOf(query.whereClause) : null;
  const find = own(CATALOGS, from?.relname ?? '');
  if (!find || !asked || more.length > 0) return null;
  return find(asked, schema);
}

/** `column = 'text'` joined by AND; null when there is anything else. */
function conditionsOf(node: Node): Asked | null {
  const and = nodeOf(node, 'BoolExpr');
  if (and?.boolop === 'AND_EXPR') {
    const parts = (and.args ?? []).map(conditionsOf);
    return parts.some((part) => part === null) ? null : Object.assign({}, ...parts);
  }
  const comparison = nodeOf(node, 'A_Expr');
  const column = textsOf(nodeOf(comparison?.lexpr, 'ColumnRef')?.fields).at(-1);
  const text = textOf(comparison?.rexpr);
  const isEqual = comparison?.kind === 'AEXPR_OP' && textsOf(comparison.name).join() === '=';
  return isEqual && column !== undefined && text !== null ? { [column]: text } : null;
}

/** `'users'`, `'users'::regclass` and `current_schema()`. */
function textOf(node: Node | undefined): string | null {
  const call = nodeOf(node, 'FuncCall');
  if (textsOf(call?.funcname).at(-1) === 'current_schema') return 'public';
  const constant = nodeOf(node, 'A_Const') ?? nodeOf(nodeOf(node, 'TypeCast')?.arg, 'A_Const');
  return constant?.sval ? (constant.sval.sval ?? '') : null;
}

type Find = (asked: Asked, schema: Schema) => boolean | null;

/** Catalogs whose rows the schema tells. */
const CATALOGS: { readonly [catalog: string]: Find } = {
  pg_type: byName('typname', ({ enums, domains }) => namesOf([...enums, ...domains])),
  pg_extension: byName('extname', ({ extensions }) => namesOf(extensions)),
  pg_namespace: byName('nspname', ({ namespaces }) => namespaces),
  schemata: byName('schema_name', ({ namespaces }) => namespaces),
  pg_class: byName('relname', ({ tables, views }) =>
    namesOf([...tables, ...views, ...[...tables, ...views].flatMap(({ indexes }) => indexes)]),
  ),
  pg_tables: byName('tablename', ({ tables }) => namesOf(tables)),
  tables: byName('table_name', ({ tables }) => namesOf(tables)),
  pg_indexes: byName('indexname', ({ tables }) =>
    namesOf(tables.flatMap(({ indexes }) => indexes)),
  ),
  pg_constraint: byName('conname', ({ tables }) => tables.flatMap(constraintNames)),
  table_constraints: byName('constraint_name', ({ tables }) => tables.flatMap(constraintNames)),
  columns: (asked, schema) => {
    const { table_name: table, column_name: column, ...rest } = asked;
    if (table === undefined || column === undefined || !isPlain(rest)) return null;
    const found = schema.tables.find(({ name }) => name === table);
    return found?.columns.some(({ name }) => name === column) ?? false;
  },
};

/** Conditions beside the name that hold for all that the default schema has. */
const BESIDE: ReadonlySet<string> = new Set([
  ...['table_schema', 'schemaname', 'constraint_schema', 'conrelid', 'contype', 'typtype'],
  ...['relkind', 'table_name', 'tablename', 'table_catalog'],
]);

function isPlain(rest: Asked): boolean {
  return Object.keys(rest).every((column) => BESIDE.has(column));
}

function byName(column: string, names: (schema: Schema) => readonly string[]): Find {
  return ({ [column]: name, ...rest }, schema) => {
    if (name === undefined || !isPlain(rest)) return null;
    return names(schema).some((known) => bareName(known) === name);
  };
}

function namesOf(objects: readonly { readonly name: string }[]): readonly string[] {
  return objects.map(({ name }) => name);
}
