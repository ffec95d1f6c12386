import type { Dialect } from '../../dialect/dialect.ts';
import { REFERENTIAL_ACTIONS } from '../../dialect/referential-actions.ts';
import type {
  CheckConstraint,
  ExclusionConstraint,
  ForeignKey,
  PrimaryKey,
  ReferentialAction,
  Schema,
  UniqueConstraint,
} from '../../model/schema.ts';
import { DDL_FORMS } from './forms.ts';
import { dialectOf, nameList, statement } from './statement.ts';

/** The statements that add the foreign key, as it is, to its child table. */
export function foreignKeySql(
  foreignKey: ForeignKey,
  table: string,
  schema: Schema,
): readonly string[] {
  const dialect = dialectOf(schema);
  return [addConstraint(table, foreignKeyClause(foreignKey, dialect), foreignKey, dialect)];
}

export function checkConstraintSql(
  check: CheckConstraint,
  table: string,
  schema: Schema,
): readonly string[] {
  const dialect = dialectOf(schema);
  return [addConstraint(table, checkClause(check, dialect), check, dialect)];
}

export function uniqueConstraintSql(
  unique: UniqueConstraint,
  table: string,
  schema: Schema,
): readonly string[] {
  const dialect = dialectOf(schema);
  return [addConstraint(table, uniqueClause(unique, null, dialect), ALWAYS_VALID, dialect)];
}

export function exclusionConstraintSql(
  exclusion: ExclusionConstraint,
  table: string,
  schema: Schema,
): readonly string[] {
  const dialect = dialectOf(schema);
  return [addConstraint(table, exclusionClause(exclusion, dialect), ALWAYS_VALID, dialect)];
}

export function primaryKeySql(key: PrimaryKey, table: string, schema: Schema): readonly string[] {
  const dialect = dialectOf(schema);
  return [addConstraint(table, primaryKeyClause(key, dialect), ALWAYS_VALID, dialect)];
}

/** Constraints that PostgreSQL cannot add NOT VALID: they are built from an index. */
const ALWAYS_VALID = { validated: true };

export function addConstraint(
  table: string,
  clause: string,
  { validated }: { readonly validated: boolean },
  dialect: Dialect,
): string {
  const suffix = validated || !dialect.validatesConstraintsSeparately ? '' : ' NOT VALID';
  return statement(`ALTER TABLE ${dialect.quoteTable(table)} ADD ${clause}${suffix}`);
}

export function primaryKeyClause(key: PrimaryKey, dialect: Dialect): string {
  // MySQL ignores a primary key's name and calls it PRIMARY.
  // https://dev.mysql.com/doc/refman/8.4/en/create-table.html
  const name =
    key.name === null || !DDL_FORMS[dialect.engine].namedPrimaryKeys
      ? ''
      : `CONSTRAINT ${dialect.quoteIdentifier(key.name)} `;
  return [
    `${name}PRIMARY KEY (${keyColumns(key, dialect)})`,
    ...indexClauses(key, dialect),
    deferrable({ deferrable: key.deferrable ?? null }),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

export function foreignKeyClause(key: ForeignKey, dialect: Dialect): string {
  // A model's key that names no columns of its parent refers to the parent's primary key.
  const columns =
    key.toColumns.length > 0 ? ` (${periodColumns(key.toColumns, key, dialect)})` : '';
  return [
    `${named(key.name, dialect)}FOREIGN KEY (${periodColumns(key.columns, key, dialect)})`,
    `REFERENCES ${dialect.quoteTable(key.toTable)}${columns}`,
    key.matchFull ? 'MATCH FULL' : '',
    `${action('DELETE', key.onDelete)}${setColumns(key, dialect)}`,
    action('UPDATE', key.onUpdate),
    deferrable(key),
    enforcement(key),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

export function checkClause(check: CheckConstraint, dialect: Dialect): string {
  return [
    `${named(check.name, dialect)}CHECK (${check.expression})`,
    check.inherited === false ? 'NO INHERIT' : '',
    enforcement(check),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

export function uniqueClause(
  unique: UniqueConstraint,
  usingIndex: string | null,
  dialect: Dialect,
): string {
  const over =
    usingIndex === null
      ? `(${keyColumns(unique, dialect)})`
      : `USING INDEX ${dialect.quoteIdentifier(usingIndex)}`;
  const nulls = unique.nullsNotDistinct && usingIndex === null ? 'NULLS NOT DISTINCT' : '';
  const built = usingIndex === null ? indexClauses(unique, dialect) : [];
  return [`${named(unique.name, dialect)}UNIQUE`, nulls, over, ...built, deferrable(unique)]
    .filter((part) => part !== '')
    .join(' ');
}

export function exclusionClause(exclusion: ExclusionConstraint, dialect: Dialect): string {
  return [
    `${named(exclusion.name, dialect)}EXCLUDE`,
    exclusion.using === null ? '' : `USING ${exclusion.using}`,
    `(${exclusion.expression})`,
    ...indexClauses(exclusion, dialect),
    exclusion.where === null ? '' : `WHERE (${exclusion.where})`,
    deferrable(exclusion),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function keyColumns(
  { columns, withoutOverlaps }: Pick<PrimaryKey, 'columns' | 'withoutOverlaps'>,
  dialect: Dialect,
): string {
  return `${nameList(columns, dialect)}${withoutOverlaps ? ' WITHOUT OVERLAPS' : ''}`;
}

/** The last column of a key over periods says so. */
function periodColumns(
  columns: readonly string[],
  { period }: Pick<ForeignKey, 'period'>,
  dialect: Dialect,
): string {
  if (!period) return nameList(columns, dialect);
  const [last, ...others] = columns.toReversed();
  return [
    ...others.toReversed().map(dialect.quoteIdentifier),
    `PERIOD ${dialect.quoteIdentifier(last ?? '')}`,
  ].join(', ');
}

/** What is said of the index behind a constraint, whose tablespace has words of its own there. */
function indexClauses(
  { include = [], storage = '' }: Pick<ExclusionConstraint, 'include' | 'storage'>,
  dialect: Dialect,
): readonly string[] {
  return [
    include.length === 0 ? '' : `INCLUDE (${nameList(include, dialect)})`,
    storage.replace(/\bTABLESPACE\b/, 'USING INDEX TABLESPACE'),
  ];
}

function setColumns({ setColumns: columns }: ForeignKey, dialect: Dialect): string {
  return columns === undefined ? '' : ` (${nameList(columns, dialect)})`;
}

function enforcement({ enforced }: { readonly enforced?: false }): string {
  return enforced === false ? 'NOT ENFORCED' : '';
}

/** Empty for a constraint without a name, which SQLite allows. */
function named(name: string, dialect: Dialect): string {
  return name === '' ? '' : `CONSTRAINT ${dialect.quoteIdentifier(name)} `;
}

/** NO ACTION is what every engine does when nothing is said, and Active Record says nothing. */
function action(event: 'DELETE' | 'UPDATE', value: ReferentialAction): string {
  return value === 'noAction' ? '' : `ON ${event} ${REFERENTIAL_ACTIONS[value]}`;
}

function deferrable({ deferrable }: { deferrable: 'immediate' | 'deferred' | null }): string {
  return deferrable === null ? '' : `DEFERRABLE INITIALLY ${deferrable.toUpperCase()}`;
}
