import type { Dialect } from '../../dialect/dialect.ts';
import type { Index, IndexPart, Schema } from '../../model/schema.ts';
import { DDL_FORMS } from './forms.ts';
import { type ByEngine, dialectOf, nameList, namespacePrefix, statement } from './statement.ts';

export interface IndexBuild {
  readonly concurrently: boolean;
  readonly ifNotExists: boolean;
}

const PLAIN_BUILD: IndexBuild = { concurrently: false, ifNotExists: false };

/** The statements that build the index, as it is, on its table or materialized view. */
export function indexSql(index: Index, table: string, schema: Schema): readonly string[] {
  return createIndex(index, table, dialectOf(schema), PLAIN_BUILD);
}

export function createIndex(
  index: Index,
  table: string,
  dialect: Dialect,
  build: IndexBuild,
): readonly string[] {
  const create = statement(creations[dialect.engine](index, table, dialect, build));
  return [create, ...indexCommentSql(index, table, dialect)];
}

/** An index inside CREATE TABLE, which only MySQL allows. */
export function inlineIndex(index: Index, dialect: Dialect): string {
  return words(
    mysqlKind(index),
    'INDEX',
    dialect.quoteIdentifier(index.name),
    index.using && `USING ${index.using}`,
    `(${indexPartsSql(index, dialect)})`,
    ...mysqlSuffix(index, dialect),
  );
}

/**
 * The index's name as PostgreSQL wants it in DROP and ALTER: an index lives in its table's schema.
 */
export function qualifiedIndex(index: string, table: string): string {
  return index.includes('.') ? index : `${namespacePrefix(table)}${index}`;
}

function indexCommentSql(index: Index, table: string, dialect: Dialect): readonly string[] {
  if (index.comment === null || !DDL_FORMS[dialect.engine].commentStatements) return [];
  const name = dialect.quoteTable(qualifiedIndex(index.name, table));
  return [statement(`COMMENT ON INDEX ${name} IS ${dialect.quoteString(index.comment)}`)];
}

const creations: ByEngine<
  (index: Index, table: string, dialect: Dialect, build: IndexBuild) => string
> = {
  postgresql: (index, table, dialect, build) =>
    words(
      'CREATE',
      index.unique && 'UNIQUE',
      'INDEX',
      build.concurrently && 'CONCURRENTLY',
      build.ifNotExists && 'IF NOT EXISTS',
      `${dialect.quoteIdentifier(index.name)} ON ${dialect.quoteTable(table)}`,
      index.using && `USING ${index.using}`,
      `(${indexPartsSql(index, dialect)})`,
      index.include.length > 0 && `INCLUDE (${nameList(index.include, dialect)})`,
      index.nullsNotDistinct && 'NULLS NOT DISTINCT',
      index.storage ?? null,
      index.where && `WHERE ${index.where}`,
    ),
  mysql: (index, table, dialect) =>
    words(
      'CREATE',
      mysqlKind(index),
      'INDEX',
      dialect.quoteIdentifier(index.name),
      index.using && `USING ${index.using}`,
      `ON ${dialect.quoteTable(table)}`,
      `(${indexPartsSql(index, dialect)})`,
      ...mysqlSuffix(index, dialect),
    ),
  sqlite: (index, table, dialect, build) =>
    words(
      'CREATE',
      index.unique && 'UNIQUE',
      'INDEX',
      build.ifNotExists && 'IF NOT EXISTS',
      `${dialect.quoteIdentifier(index.name)} ON ${dialect.quoteTable(table)}`,
      `(${indexPartsSql(index, dialect)})`,
      index.where && `WHERE ${index.where}`,
    ),
};

function words(...texts: readonly (string | false | null)[]): string {
  return texts.filter((text) => text).join(' ');
}

function mysqlKind(index: Index): string {
  return index.kind?.toUpperCase() ?? (index.unique ? 'UNIQUE' : '');
}

function mysqlSuffix(index: Index, dialect: Dialect): readonly string[] {
  return [
    index.comment === null ? '' : `COMMENT ${dialect.quoteString(index.comment)}`,
    index.storage ?? '',
    index.enabled ? '' : 'INVISIBLE',
  ];
}

/** The indexed columns and expressions with their orders, as they stand between the parentheses. */
export function indexPartsSql(index: Index, dialect: Dialect): string {
  return index.parts.map((part) => partSql(part, dialect)).join(', ');
}

function partSql(part: IndexPart, dialect: Dialect): string {
  const length = part.length === null ? '' : `(${part.length})`;
  return words(
    part.column === null ? part.expression : `${dialect.quoteIdentifier(part.column)}${length}`,
    part.collation && `COLLATE ${dialect.quoteIdentifier(part.collation)}`,
    part.opclass,
    part.order === 'desc' && 'DESC',
    part.nulls && `NULLS ${part.nulls.toUpperCase()}`,
  );
}
