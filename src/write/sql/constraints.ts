import type { Dialect } from '../../dialect/dialect.ts';
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
  return `${name}PRIMARY KEY (${nameList(key.columns, dialect)})`;
}

export function foreignKeyClause(key: ForeignKey, dialect: Dialect): string {
  // A model's key that names no columns of its parent refers to the parent's primary key.
  const columns = key.toColumns.length > 0 ? ` (${nameList(key.toColumns, dialect)})` : '';
  return [
    `${named(key.name, dialect)}FOREIGN KEY (${nameList(key.columns, dialect)})`,
    `REFERENCES ${dialect.quoteTable(key.toTable)}${columns}`,
    action('DELETE', key.onDelete),
    action('UPDATE', key.onUpdate),
    deferrable(key),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

export function checkClause(check: CheckConstraint, dialect: Dialect): string {
  return `${named(check.name, dialect)}CHECK (${check.expression})`;
}

export function uniqueClause(
  unique: UniqueConstraint,
  usingIndex: string | null,
  dialect: Dialect,
): string {
  const over =
    usingIndex === null
      ? `(${nameList(unique.columns, dialect)})`
      : `USING INDEX ${dialect.quoteIdentifier(usingIndex)}`;
  const nulls = unique.nullsNotDistinct && usingIndex === null ? 'NULLS NOT DISTINCT' : '';
  return [`${named(unique.name, dialect)}UNIQUE`, nulls, over, deferrable(unique)]
    .filter((part) => part !== '')
    .join(' ');
}

export function exclusionClause(exclusion: ExclusionConstraint, dialect: Dialect): string {
  return [
    `${named(exclusion.name, dialect)}EXCLUDE`,
    exclusion.using === null ? '' : `USING ${exclusion.using}`,
    `(${exclusion.expression})`,
    exclusion.where === null ? '' : `WHERE (${exclusion.where})`,
    deferrable(exclusion),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Empty for a constraint without a name, which SQLite allows. */
function named(name: string, dialect: Dialect): string {
  return name === '' ? '' : `CONSTRAINT ${dialect.quoteIdentifier(name)} `;
}

const actions: { readonly [A in ReferentialAction]: string } = {
  noAction: '',
  restrict: 'RESTRICT',
  cascade: 'CASCADE',
  setNull: 'SET NULL',
  setDefault: 'SET DEFAULT',
};

/** NO ACTION is what every engine does when nothing is said, and Active Record says nothing. */
function action(event: 'DELETE' | 'UPDATE', value: ReferentialAction): string {
  return value === 'noAction' ? '' : `ON ${event} ${actions[value]}`;
}

function deferrable({ deferrable }: { deferrable: 'immediate' | 'deferred' | null }): string {
  return deferrable === null ? '' : `DEFERRABLE INITIALLY ${deferrable.toUpperCase()}`;
}
