import { createHash } from 'node:crypto';
import type { Engine, RailsVersion } from '../../model/engine.ts';
import { railsAtLeast } from '../../model/engine.ts';
import { DEFAULT_INFLECTIONS, singularize } from './inflections.ts';

/**
 * From Rails 7.1 on a default index name of more bytes than this gives way to a short one.
 *
 * @see {@link https://github.com/rails/rails/blob/v7.1.0/activerecord/lib/active_record/connection_adapters/abstract/schema_statements.rb}
 */
const MAX_DEFAULT_INDEX_NAME_BYTES = 62;

/**
 * The name that Rails gives an index: `index_users_on_email`.
 *
 * From 7.1 on, a name of more than 62 bytes becomes `idx_on_<columns>_<hash>`. Before, it stays
 * long, and Rails refuses it when it is longer than {@link maxIndexNameLength}. `Migration[7.0]`
 * and older keep the long names on newer Rails too, so pass the migration's version.
 *
 * @param columns - column names, or an expression as `add_index` takes it: `lower(email)`.
 */
export function defaultIndexName(
  table: string,
  columns: readonly string[] | string,
  rails: RailsVersion,
): string {
  const parts = indexNameParts(columns);
  const name = `index_${table}_on_${parts.join('_and_')}`;
  if (!railsAtLeast(rails, 7, 1) || byteLength(name) <= MAX_DEFAULT_INDEX_NAME_BYTES) return name;
  const hash = `_${shortHash(name)}`;
  const limit = MAX_DEFAULT_INDEX_NAME_BYTES - byteLength(hash);
  return truncateBytes(`idx_on_${parts.join('_')}`, limit) + hash;
}

/**
 * The name of the index that `t.references` and `add_reference` make. Since Rails 6.1 that of a
 * polymorphic reference is named after the reference: `index_events_on_subject`.
 */
export function referenceIndexName(
  table: string,
  reference: string,
  { polymorphic, rails }: { readonly polymorphic: boolean; readonly rails: RailsVersion },
): string {
  if (!polymorphic) return defaultIndexName(table, [`${reference}_id`], rails);
  if (railsAtLeast(rails, 6, 1)) return `index_${table}_on_${reference}`;
  return defaultIndexName(table, [`${reference}_type`, `${reference}_id`], rails);
}

/**
 * Longest index name that Rails lets through: PostgreSQL 63, MySQL 64, SQLite 64, and 62 on SQLite
 * up to Rails 6.0, which keeps two for the prefix of copied tables.
 */
export function maxIndexNameLength(engine: Engine, rails: RailsVersion): number {
  if (engine === 'postgresql') return 63;
  return engine === 'sqlite' && !railsAtLeast(rails, 6, 1) ? 62 : 64;
}

/** `fk_rails_` and ten digits made of the child table and its columns; the parent has no part in it. */
export function defaultForeignKeyName(table: string, columns: readonly string[]): string {
  return `fk_rails_${shortHash(`${table}_${columns.join('_and_')}_fk`)}`;
}

/** `chk_rails_` and ten digits made of the table and the expression as it was written. */
export function defaultCheckConstraintName(table: string, expression: string): string {
  return `chk_rails_${shortHash(`${table}_${expression}_chk`)}`;
}

/** `excl_rails_` and ten digits made of the table and the expression as it was written. */
export function defaultExclusionConstraintName(table: string, expression: string): string {
  return `excl_rails_${shortHash(`${table}_${expression}_excl`)}`;
}

/** @param columnsOrIndex - the columns, or the one index of `using_index:`. */
export function defaultUniqueConstraintName(
  table: string,
  columnsOrIndex: readonly string[],
): string {
  return `uniq_rails_${shortHash(`${table}_${columnsOrIndex.join('_and_')}_unique`)}`;
}

/**
 * `create_join_table :users, :roles` makes `roles_users`; a shared prefix is kept once, and since
 * Rails 7.1 a shared PostgreSQL schema too.
 */
export function joinTableName(first: string, second: string): string {
  return [first, second]
    .sort()
    .join('\0')
    .replace(/^(.*[_.])(.+)\0\1(.+)/, '$1$2_$3')
    .replaceAll('\0', '_');
}

/** The column that a foreign key to that table has when none is named: `people` → `person_id`. */
export function foreignKeyColumnFor(
  table: string,
  primaryKey = 'id',
  inflections = DEFAULT_INFLECTIONS,
): string {
  return `${singularize(table.slice(table.lastIndexOf('.') + 1), inflections)}_${primaryKey}`;
}

/** Columns of `t.references :subject`, in the order in which Rails adds them: type first. */
export function referenceColumnNames(reference: string, polymorphic: boolean): readonly string[] {
  return polymorphic ? [`${reference}_type`, `${reference}_id`] : [`${reference}_id`];
}

/** Names that Rails makes and its schema dumper therefore leaves out. */
const OMITTED_NAMES = {
  foreignKey: /^fk_rails_[0-9a-f]{10}$/m,
  checkConstraint: /^chk_rails_[0-9a-f]{10}$/m,
  exclusionConstraint: /^excl_rails_[0-9a-f]{10}$/m,
  uniqueConstraint: /^uniq_rails_[0-9a-f]{10}$/m,
} as const;

/**
 * True when the schema dumper leaves the constraint's name out. It looks at the form alone: a name
 * whose hash belongs to another table or column, as after a rename, is left out too.
 */
export function dumperOmitsName(kind: keyof typeof OMITTED_NAMES, name: string): boolean {
  return OMITTED_NAMES[kind].test(name);
}

function indexNameParts(columns: readonly string[] | string): readonly string[] {
  if (typeof columns !== 'string') return columns;
  // An expression: Rails takes its words.
  return /\W/.test(columns) ? [(columns.match(/\w+/g) ?? []).join('_')] : [columns];
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

function byteLength(text: string): number {
  return Buffer.byteLength(text);
}

/** The longest start of whole characters that has at most that many bytes. */
function truncateBytes(text: string, limit: number): string {
  let kept = '';
  for (const character of text) {
    if (byteLength(kept + character) > limit) break;
    kept += character;
  }
  return kept;
}
