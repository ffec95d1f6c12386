import type { ColumnDef, Constraint, Node } from '@pgsql/types';
import { objectName, serialSequence } from '../../../dialect/postgresql/default-names.ts';
import { nullDefault } from '../../../dialect/postgresql/null-defaults.ts';
import { bareName } from '../../../dialect/sql-names.ts';
import type { AutoIncrement, Column, GeneratedColumn } from '../../../model/schema.ts';
import { nameOfList } from '../names.ts';
import { nodesOf } from '../nodes.ts';
import type { SqlText } from '../sql-text.ts';
import { serialType, typeOf } from '../types.ts';
import { identitySequence } from './column-sequence.ts';
import { placeOf } from './constraints.ts';
import { defaultOf, sequenceOf } from './defaults.ts';
import { NotTold } from './reading.ts';

/** A column as CREATE TABLE and ADD COLUMN define it, and the constraints that are written on it. */
export interface DefinedColumn {
  readonly column: Column;
  /** Keys, checks and references, in the order of the text. */
  readonly constraints: readonly Constraint[];
}

/** @param complete - whether the schema tells which column owns a sequence, as a SQL one does. */
export function columnOf(
  definition: ColumnDef,
  table: string,
  source: SqlText,
  complete: boolean,
): DefinedColumn {
  const name = definition.colname ?? '';
  const clauses = withAttributes(nodesOf(definition.constraints, 'Constraint'));
  const serial = serialType(definition.typeName);
  const type = serial ?? typeOf(definition.typeName);
  const stated = clauses.find(({ contype }) => contype === 'CONSTR_DEFAULT')?.raw_expr;
  const isNumbered =
    !complete && stated !== undefined && sequenceOf(stated) === serialSequence(table, name);
  const autoIncrement = serial !== null || isNumbered ? 'sequence' : identityOf(clauses);
  const isKey = clauses.some(({ contype }) => contype === 'CONSTR_PRIMARY');
  const isNotNull = clauses.some(({ contype }) => contype === 'CONSTR_NOTNULL');
  return {
    column: {
      name,
      type,
      nullable: !isNotNull && !isKey && serial === null && !isIdentity(autoIncrement),
      default: stated && !isNumbered ? statedDefault(stated, type, source, complete) : null,
      autoIncrement,
      generated: generatedOf(clauses, source),
      collation: collationOf(definition),
      comment: null,
      extraOptions: [],
      ...storageOf(definition, type),
      ...notNullNameOf(clauses, table, name, complete),
      ...sequenceOfIdentity(clauses, table, { name, type }),
    },
    constraints: clauses.filter(({ contype }) => !OF_THE_COLUMN.has(contype ?? '')),
  };
}

/** Of DEFAULT NULL a SQL dump shows what the server keeps; a Ruby one shows nothing. */
function statedDefault(
  stated: Node,
  type: string,
  source: SqlText,
  complete: boolean,
): Column['default'] {
  const value = defaultOf(stated, type, source);
  const kept = value === null && complete ? nullDefault(type) : null;
  return kept === null ? value : { kind: 'expression', sql: kept };
}

/** Clauses that are told in the column itself. */
const OF_THE_COLUMN: ReadonlySet<string> = new Set([
  ...['CONSTR_DEFAULT', 'CONSTR_NULL', 'CONSTR_NOTNULL', 'CONSTR_IDENTITY', 'CONSTR_GENERATED'],
]);

/** Behind a constraint of a column, DEFERRABLE and the like are clauses of their own; here they are part of it. */
function withAttributes(clauses: readonly Constraint[]): readonly Constraint[] {
  const whole: Constraint[] = [];
  for (const clause of clauses) {
    const attribute = ATTRIBUTES.get(clause.contype ?? '');
    const last = whole.at(-1);
    if (attribute && last) whole.splice(-1, 1, { ...last, ...attribute });
    else whole.push(clause);
  }
  return whole;
}

type Attributes = Pick<Constraint, 'deferrable' | 'initdeferred' | 'is_enforced'>;

const ATTRIBUTES: ReadonlyMap<string, Attributes> = new Map<string, Attributes>([
  ['CONSTR_ATTR_DEFERRABLE', { deferrable: true }],
  ['CONSTR_ATTR_NOT_DEFERRABLE', { deferrable: false }],
  ['CONSTR_ATTR_DEFERRED', { deferrable: true, initdeferred: true }],
  ['CONSTR_ATTR_IMMEDIATE', { initdeferred: false }],
  ['CONSTR_ATTR_ENFORCED', { is_enforced: true }],
  ['CONSTR_ATTR_NOT_ENFORCED', { is_enforced: false }],
]);

/** What the type does not choose by itself, in capitals as pg_dump writes it. */
function storageOf(
  { storage_name, compression }: ColumnDef,
  type: string,
): Pick<Column, 'storage' | 'compression'> {
  const storage = storage_name?.toUpperCase();
  const isStated = storage !== undefined && storage !== 'DEFAULT' && storage !== ownStorage(type);
  return {
    ...(isStated ? { storage } : {}),
    ...(compression === undefined || compression === 'default' ? {} : { compression }),
  };
}

const FIXED =
  /^(?:smallint|integer|bigint|boolean|real|double precision|date|time|timestamp|interval|uuid|oid|money|macaddr|point|line|lseg|box|circle)\b(?!.*\[\])/;
const MAIN = /^(?:numeric|inet|cidr|geometry)\b(?!.*\[\])/;

/** pg_type.typstorage of the common types. */
export function ownStorage(type: string): string {
  if (FIXED.test(type)) return 'PLAIN';
  return MAIN.test(type) ? 'MAIN' : 'EXTENDED';
}

/** Up to version 17 NOT NULL has no name. A Ruby schema file tells none. */
function notNullNameOf(
  clauses: readonly Constraint[],
  table: string,
  column: string,
  complete: boolean,
): Pick<Column, 'notNullName'> {
  const stated = clauses.find(({ contype }) => contype === 'CONSTR_NOTNULL')?.conname;
  if (!complete || stated === undefined) return {};
  return stated === notNullName(table, column) ? {} : { notNullName: stated };
}

/** The name that PostgreSQL 18 gives: `users_email_not_null`. */
function notNullName(table: string, column: string): string {
  return objectName(bareName(table), column, 'not_null');
}

function sequenceOfIdentity(
  clauses: readonly Constraint[],
  table: string,
  column: Pick<Column, 'name' | 'type'>,
): Pick<Column, 'sequence'> {
  const identity = clauses.find(({ contype }) => contype === 'CONSTR_IDENTITY');
  const sequence = identity && identitySequence(identity, table, column);
  return sequence ? { sequence } : {};
}

function identityOf(clauses: readonly Constraint[]): AutoIncrement | null {
  const identity = clauses.find(({ contype }) => contype === 'CONSTR_IDENTITY');
  return identity ? identityKind(identity) : null;
}

/** ALWAYS or BY DEFAULT, as letters of pg_attribute.attidentity. */
export function identityKind({ generated_when: when }: Constraint): AutoIncrement {
  return when === 'a' ? 'identityAlways' : 'identityByDefault';
}

function isIdentity(autoIncrement: AutoIncrement | null): boolean {
  return autoIncrement === 'identityAlways' || autoIncrement === 'identityByDefault';
}

function generatedOf(clauses: readonly Constraint[], source: SqlText): GeneratedColumn | null {
  const clause = clauses.find(({ contype }) => contype === 'CONSTR_GENERATED');
  if (!clause) return null;
  const start = source.after(placeOf(clause, source), 'AS');
  const expression = start === null ? null : source.enclosed(start);
  if (expression === null) throw new NotTold('its expression could not be found in the text');
  return { expression: expression.text, stored: clause.generated_kind !== 'v' };
}

/** Null for the default one, which a dump does not show. */
export function collationOf({ collClause }: Pick<ColumnDef, 'collClause'>): string | null {
  const name = nameOfList(collClause?.collname).replace(/^pg_catalog\./, '');
  return name === '' || name === 'default' ? null : name;
}
