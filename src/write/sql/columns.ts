import type { Dialect } from '../../dialect/dialect.ts';
import { own } from '../../model/own.ts';
import type { AutoIncrement, Column, Schema, Table } from '../../model/schema.ts';
import {
  hasOwnSequence,
  identityOptions,
  newSequenceSql,
  nextValue,
  ownedSequenceSql,
} from './column-sequences.ts';
import { DDL_FORMS } from './forms.ts';
import { type ByEngine, dialectOf, statement } from './statement.ts';

/**
 * Whether the column is the table's whole primary key, under the name that the engine chooses:
 * then Active Record declares the key with the column.
 */
export function declaresPrimaryKey(column: Column, table: Table | null): boolean {
  const key = table?.primaryKey;
  return key?.columns.length === 1 && key.columns[0] === column.name && !hasOwnKeyName(table);
}

function hasOwnKeyName(table: Table | null): boolean {
  const name = table?.primaryKey?.name ?? null;
  return name !== null && table !== null && name !== `${table.name.split('.').at(-1)}_pkey`;
}

/**
 * A column as it stands in CREATE TABLE and after ALTER TABLE ADD, in the order of clauses of
 * Active Record's schema creation: type, collation, generation, default, NOT NULL, key, comment.
 *
 * @param primaryKey - whether the column declares the table's primary key.
 */
export function columnDefinition(column: Column, primaryKey: boolean, dialect: Dialect): string {
  return definitions[dialect.engine](column, primaryKey, dialect);
}

/** The statements that add the column, as it is, to its table. */
export function columnSql(column: Column, table: string, schema: Schema): readonly string[] {
  const dialect = dialectOf(schema);
  const add = `ALTER TABLE ${dialect.quoteTable(table)} ADD ${columnDefinition(column, false, dialect)}`;
  return [
    ...newSequenceSql(column, dialect),
    statement(add),
    ...columnPropertySql(column, table, dialect),
  ];
}

/** What follows the column's definition in statements of its own. */
export function columnPropertySql(
  column: Column,
  table: string,
  dialect: Dialect,
): readonly string[] {
  const name = `ALTER TABLE ${dialect.quoteTable(table)} ALTER COLUMN ${dialect.quoteIdentifier(column.name)}`;
  const { storage, compression, statistics } = column;
  return [
    ...ownedSequenceSql(column, table, dialect),
    ...(storage === undefined ? [] : [statement(`${name} SET STORAGE ${storage}`)]),
    ...(compression === undefined ? [] : [statement(`${name} SET COMPRESSION ${compression}`)]),
    ...(statistics === undefined ? [] : [statement(`${name} SET STATISTICS ${statistics}`)]),
    ...columnCommentSql(column, table, dialect),
  ];
}

/** PostgreSQL's COMMENT ON for a column that has one. MySQL's stands in its definition; SQLite has none. */
function columnCommentSql(column: Column, table: string, dialect: Dialect): readonly string[] {
  if (column.comment === null || !DDL_FORMS[dialect.engine].commentStatements) return [];
  return [commentOnColumn(table, column.name, column.comment, dialect)];
}

export function commentOnColumn(
  table: string,
  column: string,
  comment: string | null,
  dialect: Dialect,
): string {
  const place = `${dialect.quoteTable(table)}.${dialect.quoteIdentifier(column)}`;
  return statement(
    `COMMENT ON COLUMN ${place} IS ${comment === null ? 'NULL' : dialect.quoteString(comment)}`,
  );
}

const definitions: ByEngine<(column: Column, primaryKey: boolean, dialect: Dialect) => string> = {
  postgresql: (column, primaryKey, dialect) =>
    clauses(
      dialect.quoteIdentifier(column.name),
      postgresqlType(column),
      column.collation && `COLLATE ${dialect.quoteTable(column.collation)}`,
      generation(column, 'GENERATED ALWAYS AS', 'VIRTUAL'),
      identityClause(column, dialect),
      hasOwnSequence(column) && column.sequence
        ? `DEFAULT ${nextValue(column.sequence.name, dialect)}`
        : defaultClause(column, dialect),
      !column.nullable &&
        !(primaryKey && column.autoIncrement === 'sequence') &&
        notNull(column, dialect),
      primaryKey && 'PRIMARY KEY',
    ),
  mysql: (column, primaryKey, dialect) =>
    clauses(
      dialect.quoteIdentifier(column.name),
      column.displayWidth === undefined ? column.type : widened(column.type, column.displayWidth),
      // Without NULL, older servers make a TIMESTAMP column NOT NULL with the current time as default.
      // https://dev.mysql.com/doc/refman/8.4/en/timestamp-initialization.html
      /^timestamp\b/.test(column.type) && column.nullable && column.default === null && 'NULL',
      column.collation && `COLLATE ${column.collation}`,
      generation(column, 'AS', ''),
      defaultClause(column, dialect),
      !column.nullable && 'NOT NULL',
      column.onUpdate !== undefined && `ON UPDATE ${column.onUpdate}`,
      column.attributes,
      column.autoIncrement && 'AUTO_INCREMENT',
      primaryKey && 'PRIMARY KEY',
      column.comment && `COMMENT ${dialect.quoteString(column.comment)}`,
    ),
  sqlite: (column, primaryKey, dialect) =>
    clauses(
      dialect.quoteIdentifier(column.name),
      column.type,
      // AUTOINCREMENT is allowed only right behind PRIMARY KEY. https://sqlite.org/autoinc.html
      primaryKey && column.autoIncrement && 'PRIMARY KEY AUTOINCREMENT',
      column.collation && `COLLATE ${dialect.quoteIdentifier(column.collation)}`,
      generation(column, 'GENERATED ALWAYS AS', 'VIRTUAL'),
      defaultClause(column, dialect),
      !column.nullable && 'NOT NULL',
      primaryKey && !column.autoIncrement && 'PRIMARY KEY',
    ),
};

/** `int unsigned` of a width of 10 is `int(10) unsigned`. */
function widened(type: string, width: number): string {
  return type.replace(/^\w+/, (word) => `${word}(${width})`);
}

function clauses(...parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter((part) => part).join(' ');
}

/** The pseudo-types that make a column with its own sequence. */
const serials: { readonly [type: string]: string } = {
  smallint: 'smallserial',
  integer: 'serial',
  bigint: 'bigserial',
};

function postgresqlType(column: Column): string {
  if (column.autoIncrement !== 'sequence' || hasOwnSequence(column)) return column.type;
  return own(serials, column.type) ?? column.type;
}

const identities: { readonly [A in AutoIncrement]: string } = {
  sequence: '',
  autoIncrement: '',
  identityByDefault: 'GENERATED BY DEFAULT AS IDENTITY',
  identityAlways: 'GENERATED ALWAYS AS IDENTITY',
};

function identityClause(column: Column, dialect: Dialect): string {
  const words = identities[column.autoIncrement ?? 'sequence'];
  return words === '' ? '' : `${words}${identityOptions(column, dialect)}`;
}

/** PostgreSQL 18 names the constraint. */
function notNull({ notNullName }: Column, dialect: Dialect): string {
  return notNullName === undefined
    ? 'NOT NULL'
    : `CONSTRAINT ${dialect.quoteIdentifier(notNullName)} NOT NULL`;
}

function generation(column: Column, opening: string, virtual: string): string {
  if (!column.generated) return '';
  const { expression, stored } = column.generated;
  return `${opening} (${expression}) ${stored ? 'STORED' : virtual}`.trimEnd();
}

function defaultClause(column: Column, dialect: Dialect): string {
  return column.default ? `DEFAULT ${dialect.defaultSql(column.default, column.type)}` : '';
}
