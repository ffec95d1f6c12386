import { own } from '../../../../model/own.ts';
import type {
  CheckConstraint,
  Column,
  ExclusionConstraint,
  ForeignKey,
  Index,
  ReferentialAction,
  Table,
  UniqueConstraint,
} from '../../../../model/schema.ts';
import {
  array,
  boolean,
  hash,
  integer,
  NIL,
  type ObjectValue,
  string,
  symbol,
  unknown,
  type Value,
} from '../../evaluate/values.ts';
import type { Session } from '../../session.ts';
import { indexedNames } from '../indexes/implied-renames.ts';

/** A row of the catalog, such as `connection.indexes` gives, by the names of its readers. */
function described(fields: { readonly [name: string]: Value }): ObjectValue {
  return {
    kind: 'object',
    name: 'catalog entry',
    call: (call) => {
      const value = own(fields, call.name);
      if (value) return value;
      if (UNTOLD.has(call.name)) return unknown('the catalog of the database tells it');
      return call.name === 'to_h'
        ? hash(Object.entries(fields).map(([name, field]) => [symbol(name), field]))
        : undefined;
    },
  };
}

/** Readers of the catalog's rows that a schema file has no answer for. */
const UNTOLD: ReadonlySet<string> = new Set([
  ...[
    'auto_populated?',
    'blob_or_text_column?',
    'case_sensitive?',
    'column_options',
    'encode_with',
  ],
  ...[
    'export_name_on_schema_dump?',
    'extra',
    'fetch_cast_type',
    'fmod',
    'hash',
    'init_with',
    'oid',
  ],
  ...['rowid', 'sql_type_metadata', 'strict', 'defined_for?', 'using_index', 'valid?', 'eql?'],
]);

const optional = (text: string | null): Value => (text === null ? NIL : string(text));
const number = (value: number | null): Value => (value === null ? NIL : integer(value));
const strings = (names: readonly string[]): Value => array(names.map(string));
const oneOrAll = (names: readonly string[]): Value =>
  names.length === 1 ? string(names[0] ?? '') : strings(names);

/** `ActiveRecord::ConnectionAdapters::Column`. */
export function columnRow(column: Column, session: Session): ObjectValue {
  const { limit, precision, scale, array: isArray } = typeFields(column, session);
  return described({
    name: string(column.name),
    type: symbol(typeName(column, session)),
    sql_type: string(column.type),
    null: boolean(column.nullable),
    default: defaultText(column, session),
    default_function: column.default?.kind === 'expression' ? string(column.default.sql) : NIL,
    limit: number(limit),
    precision: number(precision),
    scale: number(scale),
    array: boolean(isArray),
    'array?': boolean(isArray),
    collation: optional(column.collation),
    comment: optional(column.comment),
    'bigint?': boolean(column.type.startsWith('bigint')),
    'has_default?': boolean(column.default !== null || column.generated !== null),
    'virtual?': boolean(column.generated !== null),
    'virtual_stored?': boolean(column.generated?.stored ?? false),
    'serial?': boolean(column.autoIncrement === 'sequence'),
    'identity?': boolean(column.autoIncrement?.startsWith('identity') ?? false),
    'auto_increment?': boolean(column.autoIncrement === 'autoIncrement'),
    'auto_incremented_by_db?': boolean(column.autoIncrement !== null),
    'enum?': boolean(typeName(column, session) === 'enum'),
    'unsigned?': boolean(/\bunsigned\b/.test(column.type)),
    human_name: string(humanized(column.name)),
  });
}

/** What `column.type` says where the dump names the type otherwise: a bigint is an `:integer`. */
const CATALOG_TYPES: { readonly [dumped: string]: string } = {
  bigint: 'integer',
  timestamp: 'datetime',
  blob: 'binary',
};

/** The type as the adapters' type maps name it. */
export function typeName(column: Pick<Column, 'type'>, session: Session): string {
  const { name } = session.dialect.types.toRails(column.type, session.installed);
  return own(CATALOG_TYPES, name) ?? (/^(?:enum|set)\(/.test(name) ? 'string' : name);
}

/** Bytes of the integer types, which PostgreSQL and MySQL tell as their limit. */
const INTEGER_BYTES: readonly (readonly [pattern: RegExp, bytes: number])[] = [
  [/^tinyint/, 1],
  [/^smallint/, 2],
  [/^mediumint/, 3],
  [/^int/, 4],
  [/^bigint/, 8],
];

/** Limit, precision and scale as the adapter reads them out of the SQL type. */
function typeFields(column: Pick<Column, 'type'>, session: Session) {
  const type = session.dialect.types.toRails(column.type, session.installed);
  const bytes =
    session.dialect.engine === 'sqlite' || column.type === 'tinyint(1)'
      ? null
      : (INTEGER_BYTES.find(([pattern]) => pattern.test(column.type))?.[1] ?? null);
  const characters = /^varchar\((\d+)\)/.exec(column.type)?.[1];
  const precise = /^(?:datetime|timestamp)\((\d)\)/.exec(column.type)?.[1];
  return {
    limit: type.limit ?? bytes ?? (characters === undefined ? null : Number(characters)),
    precision: type.precision ?? (precise === undefined ? null : Number(precise)),
    scale: type.scale,
    array: type.array,
  };
}

/** A default as the catalog holds it: text, or nil where there is none or it is computed. */
function defaultText({ default: value, type }: Column, session: Session): Value {
  if (value === null || value.kind === 'expression') return NIL;
  switch (typeof value.value) {
    case 'string':
      return string(value.value);
    case 'number':
      return string(String(value.value));
    case 'boolean':
      return session.dialect.engine === 'postgresql'
        ? string(String(value.value))
        : string(value.value ? '1' : '0');
    default:
      return unknown(`the database prints a default of ${type} in a form of its own`);
  }
}

function humanized(name: string): string {
  const words = name.replace(/_id$/, '').replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `ActiveRecord::ConnectionAdapters::IndexDefinition`. */
function indexRow(index: Index, table: string): ObjectValue {
  const names = indexedNames(index);
  const kind = index.kind === null ? NIL : symbol(index.kind);
  const options = (pick: (part: Index['parts'][number]) => Value | null): Value =>
    hash(
      index.parts.flatMap((part): [Value, Value][] => {
        const value = pick(part);
        return value === null || part.column === null ? [] : [[string(part.column), value]];
      }),
    );
  return described({
    name: string(index.name),
    columns: typeof names === 'string' ? string(names) : strings(names),
    unique: boolean(index.unique),
    table: string(table),
    where: optional(index.where),
    using: index.using === null ? NIL : symbol(index.using),
    type: kind,
    comment: optional(index.comment),
    include: index.include.length === 0 ? NIL : strings(index.include),
    nulls_not_distinct: boolean(index.nullsNotDistinct),
    orders: options(({ order }) => (order === 'desc' ? symbol('desc') : null)),
    lengths: options(({ length }) => (length === null ? null : integer(length))),
    opclasses: options(({ opclass }) => (opclass === null ? null : symbol(opclass))),
    valid: boolean(true),
    'valid?': boolean(true),
    enabled: boolean(index.enabled),
    'disabled?': boolean(!index.enabled),
  });
}

const ACTIONS: { readonly [A in ReferentialAction]: Value } = {
  noAction: NIL,
  restrict: symbol('restrict'),
  cascade: symbol('cascade'),
  setNull: symbol('nullify'),
  setDefault: NIL,
};

/** `ActiveRecord::ConnectionAdapters::ForeignKeyDefinition`. */
export function foreignKeyRow(key: ForeignKey, table: string): ObjectValue {
  const options = {
    column: oneOrAll(key.columns),
    name: string(key.name),
    primary_key: oneOrAll(key.toColumns),
    on_delete: ACTIONS[key.onDelete],
    on_update: ACTIONS[key.onUpdate],
    deferrable: key.deferrable === null ? boolean(false) : symbol(key.deferrable),
  };
  return described({
    ...options,
    from_table: string(table),
    to_table: string(key.toTable),
    options: hash(Object.entries(options).map(([name, value]) => [symbol(name), value])),
    'validate?': boolean(key.validated),
    'validated?': boolean(key.validated),
    'custom_primary_key?': boolean(key.toColumns.join() !== 'id'),
  });
}

/** `ActiveRecord::ConnectionAdapters::CheckConstraintDefinition`. */
function checkRow(check: CheckConstraint, table: string): ObjectValue {
  return described({
    name: string(check.name),
    expression: string(check.expression),
    table_name: string(table),
    'validate?': boolean(check.validated),
    'validated?': boolean(check.validated),
  });
}

/** PostgreSQL's `UniqueConstraintDefinition`. */
function uniqueRow(unique: UniqueConstraint, table: string): ObjectValue {
  return described({
    name: string(unique.name),
    column: strings(unique.columns),
    table_name: string(table),
    deferrable: unique.deferrable === null ? boolean(false) : symbol(unique.deferrable),
    nulls_not_distinct: boolean(unique.nullsNotDistinct),
  });
}

/** PostgreSQL's `ExclusionConstraintDefinition`. */
function exclusionRow(exclusion: ExclusionConstraint, table: string): ObjectValue {
  return described({
    name: string(exclusion.name),
    expression: string(exclusion.expression),
    table_name: string(table),
    using: exclusion.using === null ? NIL : symbol(exclusion.using),
    where: optional(exclusion.where),
    deferrable: exclusion.deferrable === null ? boolean(false) : symbol(exclusion.deferrable),
  });
}

/** All rows of one kind of a table. */
export const rowsOf = {
  columns: (table: Table, session: Session): Value =>
    array(table.columns.map((column) => columnRow(column, session))),
  indexes: ({ indexes, name }: Pick<Table, 'name' | 'indexes'>): Value =>
    array(indexes.map((index) => indexRow(index, name))),
  foreignKeys: ({ foreignKeys, name }: Table): Value =>
    array(foreignKeys.map((key) => foreignKeyRow(key, name))),
  checkConstraints: ({ checkConstraints, name }: Table): Value =>
    array(checkConstraints.map((check) => checkRow(check, name))),
  uniqueConstraints: ({ uniqueConstraints, name }: Table): Value =>
    array(uniqueConstraints.map((unique) => uniqueRow(unique, name))),
  exclusionConstraints: ({ exclusionConstraints, name }: Table): Value =>
    array(exclusionConstraints.map((exclusion) => exclusionRow(exclusion, name))),
} as const;
