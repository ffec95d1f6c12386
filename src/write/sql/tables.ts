import type { Dialect } from '../../dialect/dialect.ts';
import type { Schema, Table } from '../../model/schema.ts';
import { newSequenceSql } from './column-sequences.ts';
import { columnDefinition, columnPropertySql, declaresPrimaryKey } from './columns.ts';
import {
  addConstraint,
  checkClause,
  exclusionClause,
  foreignKeyClause,
  primaryKeyClause,
  uniqueClause,
} from './constraints.ts';
import { DDL_FORMS } from './forms.ts';
import { createIndex, inlineIndex } from './indexes.ts';
import { type ByEngine, dialectOf, statement } from './statement.ts';
import { attachPartitionSql, newTablePropertySql } from './table-properties.ts';

/**
 * The statements that create the table as it is: with its keys, constraints, indexes and comments.
 * Constraints that were never validated follow as ALTER TABLE: CREATE TABLE knows no NOT VALID
 * foreign key, and marks a NOT VALID check as valid (PostgreSQL 15, tableCmds of an empty table).
 */
export function tableSql(table: Table, schema: Schema): readonly string[] {
  return createTable(table, dialectOf(schema), { ifNotExists: false, temporary: false });
}

/** The same without the foreign keys, for a schema whose tables refer to each other in circles. */
export function tableWithoutForeignKeys(table: Table, schema: Schema): readonly string[] {
  return tableSql({ ...table, foreignKeys: [] }, schema);
}

export interface TableCreation {
  readonly ifNotExists: boolean;
  readonly temporary: boolean;
}

export function createTable(
  table: Table,
  dialect: Dialect,
  creation: TableCreation,
): readonly string[] {
  return [
    ...table.columns.flatMap((column) => newSequenceSql(column, dialect)),
    statement(createTableHead(table, dialect, creation)),
    ...(table.partition ? [attachPartitionSql(table.name, table.partition, dialect)] : []),
    ...lateConstraints(table, dialect),
    ...lateIndexes[dialect.engine](table, dialect, creation),
    ...newTablePropertySql(table, dialect),
    ...tableCommentSql(table, dialect),
    ...table.columns.flatMap((column) => columnPropertySql(column, table.name, dialect)),
  ];
}

/** PostgreSQL's COMMENT ON for a table that has one. MySQL's is an option of the table; SQLite has none. */
function tableCommentSql(table: Table, dialect: Dialect): readonly string[] {
  if (table.comment === null || !DDL_FORMS[dialect.engine].commentStatements) return [];
  return [commentOnTable(table.name, table.comment, dialect)];
}

export function commentOnTable(table: string, comment: string | null, dialect: Dialect): string {
  const text = comment === null ? 'NULL' : dialect.quoteString(comment);
  return statement(`COMMENT ON TABLE ${dialect.quoteTable(table)} IS ${text}`);
}

function createTableHead(table: Table, dialect: Dialect, creation: TableCreation): string {
  const head = [
    'CREATE',
    creation.temporary ? 'TEMPORARY' : '',
    table.unlogged ? 'UNLOGGED' : '',
    'TABLE',
    creation.ifNotExists ? 'IF NOT EXISTS' : '',
    dialect.quoteTable(table.name),
  ]
    .filter((word) => word !== '')
    .join(' ');
  const items = [
    ...table.columns.map((column) =>
      columnDefinition(column, declaresPrimaryKey(column, table), dialect),
    ),
    ...tableKeys(table, dialect),
    ...constraintClauses(table, dialect),
  ];
  const body = items.length > 0 ? `(\n  ${items.join(',\n  ')}\n)` : '()';
  return `${head} ${body}${tableOptions[dialect.engine](table, dialect)}`;
}

function tableKeys(table: Table, dialect: Dialect): readonly string[] {
  const declared = table.columns.some((column) => declaresPrimaryKey(column, table));
  const key = table.primaryKey && !declared ? [primaryKeyClause(table.primaryKey, dialect)] : [];
  const indexes = DDL_FORMS[dialect.engine].inlineIndexes
    ? table.indexes.map((index) => inlineIndex(index, dialect))
    : [];
  return [...key, ...indexes];
}

function constraintClauses(table: Table, dialect: Dialect): readonly string[] {
  const now = ({ validated }: { validated: boolean }) => !isLate(validated, dialect);
  return [
    ...table.foreignKeys.filter(now).map((key) => foreignKeyClause(key, dialect)),
    ...table.checkConstraints.filter(now).map((check) => checkClause(check, dialect)),
    ...table.exclusionConstraints.map((exclusion) => exclusionClause(exclusion, dialect)),
    ...table.uniqueConstraints.map((unique) => uniqueClause(unique, null, dialect)),
  ];
}

function isLate(validated: boolean, dialect: Dialect): boolean {
  return !validated && dialect.validatesConstraintsSeparately;
}

function lateConstraints(table: Table, dialect: Dialect): readonly string[] {
  const late = ({ validated }: { validated: boolean }) => isLate(validated, dialect);
  return [
    ...table.foreignKeys
      .filter(late)
      .map((key) => addConstraint(table.name, foreignKeyClause(key, dialect), key, dialect)),
    ...table.checkConstraints
      .filter(late)
      .map((check) => addConstraint(table.name, checkClause(check, dialect), check, dialect)),
  ];
}

type LateIndexes = (table: Table, dialect: Dialect, creation: TableCreation) => readonly string[];

const separateIndexes: LateIndexes = (table, dialect, { ifNotExists }) =>
  table.indexes.flatMap((index) =>
    createIndex(index, table.name, dialect, { concurrently: false, ifNotExists }),
  );

const lateIndexes: ByEngine<LateIndexes> = {
  postgresql: separateIndexes,
  mysql: () => [],
  sqlite: separateIndexes,
};

const plainOptions = (table: Table): string => (table.options ? ` ${table.options}` : '');

const tableOptions: ByEngine<(table: Table, dialect: Dialect) => string> = {
  postgresql: plainOptions,
  sqlite: plainOptions,
  mysql: (table, dialect) =>
    [
      table.charset === null ? '' : ` DEFAULT CHARSET=${table.charset}`,
      table.collation === null ? '' : ` COLLATE=${table.collation}`,
      plainOptions(table),
      table.comment === null ? '' : ` COMMENT ${dialect.quoteString(table.comment)}`,
    ].join(''),
};
