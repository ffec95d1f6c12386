import type { Dialect } from '../../../dialect/dialect.ts';
import { addColumnCopies } from '../../../dialect/sqlite/copies.ts';
import { InputError } from '../../../model/errors.ts';
import type { ColumnPosition, OperationOf } from '../../../model/operation.ts';
import {
  type Column,
  type ColumnDefault,
  findColumn,
  findTable,
  type Schema,
  type Table,
} from '../../../model/schema.ts';
import { newSequenceSql } from '../column-sequences.ts';
import { columnDefinition, columnPropertySql, commentOnColumn } from '../columns.ts';
import { type ByEngine, statement, tableOf } from '../statement.ts';
import { alterColumn } from './column-changes.ts';
import { copyTable } from './table-copy.ts';
import type { Writer, WriterContext, Writers } from './writer.ts';

type ColumnKind =
  | 'addColumn'
  | 'dropColumn'
  | 'renameColumn'
  | 'setColumn'
  | 'setColumnDefault'
  | 'setColumnNull'
  | 'setColumnComment';

type ByEngineWriters = { readonly [K in ColumnKind]: ByEngine<Writer<K>> };

export const columnWriters: Writers<ColumnKind> = {
  addColumn: (operation, context) => {
    const { table, column, ifNotExists } = operation;
    if (ifNotExists && hasColumn(context.before, table, column.name)) return [];
    return byEngine.addColumn[context.dialect.engine](operation, context);
  },
  dropColumn: (operation, context) => {
    const { table, column, ifExists } = operation;
    if (ifExists && !hasColumn(context.before, table, column)) return [];
    return byEngine.dropColumn[context.dialect.engine](operation, context);
  },
  renameColumn: (operation, context) =>
    byEngine.renameColumn[context.dialect.engine](operation, context),
  setColumn: (operation, context) => byEngine.setColumn[context.dialect.engine](operation, context),
  setColumnDefault: (operation, context) =>
    byEngine.setColumnDefault[context.dialect.engine](operation, context),
  setColumnNull: (operation, context) => [
    ...backfill(operation, context),
    ...byEngine.setColumnNull[context.dialect.engine](operation, context),
  ],
  setColumnComment: (operation, context) =>
    byEngine.setColumnComment[context.dialect.engine](operation, context),
};

const rename: Writer<'renameColumn'> = ({ table, from, to }, { dialect }) => [
  alter(
    table,
    `RENAME COLUMN ${dialect.quoteIdentifier(from)} TO ${dialect.quoteIdentifier(to)}`,
    dialect,
  ),
];

const byEngine: ByEngineWriters = {
  addColumn: {
    postgresql: ({ table, column }, { dialect }) => [
      ...newSequenceSql(column, dialect),
      alter(table, `ADD ${columnDefinition(column, false, dialect)}`, dialect),
      ...columnPropertySql(column, table, dialect),
    ],
    mysql: ({ table, column, position }, { dialect }) => {
      // MySQL takes an AUTO_INCREMENT column only as a key, so that it comes with its primary key.
      const definition = columnDefinition(column, column.autoIncrement !== null, dialect);
      return [alter(table, `ADD ${definition}${placed(position, dialect)}`, dialect)];
    },
    sqlite: (operation, context) =>
      !addColumnCopies(operation.column)
        ? [
            alter(
              operation.table,
              `ADD ${columnDefinition(operation.column, false, context.dialect)}`,
              context.dialect,
            ),
          ]
        : copyTable(operation.table, withNumberedKey(operation, context)),
  },
  dropColumn: {
    postgresql: ({ table, column, cascade }, { dialect }) => [
      alter(
        table,
        `DROP COLUMN ${dialect.quoteIdentifier(column)}${cascade ? ' CASCADE' : ''}`,
        dialect,
      ),
    ],
    mysql: ({ table, column }, { before, dialect }) => [
      // Active Record drops the column's foreign keys first: MySQL refuses to drop a column that
      // a foreign key needs.
      ...tableOf(before, table)
        .foreignKeys.filter((key) => key.columns.includes(column))
        .map((key) =>
          alter(table, `DROP FOREIGN KEY ${dialect.quoteIdentifier(key.name)}`, dialect),
        ),
      alter(table, `DROP COLUMN ${dialect.quoteIdentifier(column)}`, dialect),
    ],
    sqlite: ({ table }, context) => copyTable(table, context),
  },
  renameColumn: {
    postgresql: rename,
    mysql: rename,
    sqlite: ({ table, from, to }, context) => copyTable(table, context, { from, to }),
  },
  setColumn: {
    postgresql: alterColumn,
    mysql: ({ table, column, position }, context) => [
      changeColumn(table, column, position, context.dialect),
    ],
    sqlite: ({ table }, context) => copyTable(table, context),
  },
  setColumnDefault: {
    postgresql: ({ table, column, default: value }, { after, dialect }) => [
      alter(
        table,
        `ALTER COLUMN ${dialect.quoteIdentifier(column)} ${
          value === null
            ? 'DROP DEFAULT'
            : `SET DEFAULT ${defaultOf(value, table, column, after, dialect)}`
        }`,
        dialect,
      ),
    ],
    mysql: ({ table, column, default: value }, { after, dialect }) => [
      alter(
        table,
        `ALTER COLUMN ${dialect.quoteIdentifier(column)} ${mysqlDefault(value, table, column, after, dialect)}`,
        dialect,
      ),
    ],
    sqlite: ({ table }, context) => copyTable(table, context),
  },
  setColumnNull: {
    postgresql: ({ table, column, nullable }, { dialect }) => [
      alter(
        table,
        `ALTER COLUMN ${dialect.quoteIdentifier(column)} ${nullable ? 'DROP' : 'SET'} NOT NULL`,
        dialect,
      ),
    ],
    mysql: ({ table, column }, context) => [changeToAfter(table, column, context)],
    sqlite: ({ table }, context) => copyTable(table, context),
  },
  setColumnComment: {
    postgresql: ({ table, column, comment }, { dialect }) => [
      commentOnColumn(table, column, comment, dialect),
    ],
    mysql: ({ table, column }, context) => [changeToAfter(table, column, context)],
    sqlite: () => [],
  },
};

function alter(table: string, action: string, dialect: Dialect): string {
  return statement(`ALTER TABLE ${dialect.quoteTable(table)} ${action}`);
}

function hasColumn(schema: Schema, table: string, column: string): boolean {
  const found = findTable(schema, table);
  return found !== null && findColumn(found, column) !== null;
}

/**
 * SQLite numbers the rows of the copy only when the column is their key as they come in: AUTOINCREMENT
 * stands nowhere else. https://sqlite.org/autoinc.html
 */
function withNumberedKey(
  { table, column }: OperationOf<'addColumn'>,
  context: WriterContext,
): WriterContext {
  if (column.autoIncrement === null) return context;
  const { after } = context;
  const numbered = (owner: Table): Table => ({
    ...owner,
    columns: owner.columns.map((one) =>
      one.name === column.name ? { ...one, nullable: false } : one,
    ),
    primaryKey: { name: null, columns: [column.name] },
  });
  const tables = after.tables.map((owner) => (owner.name === table ? numbered(owner) : owner));
  return { ...context, after: { ...after, tables } };
}

function placed(position: ColumnPosition, dialect: Dialect): string {
  if (position === null) return '';
  return position === 'first' ? ' FIRST' : ` AFTER ${dialect.quoteIdentifier(position.after)}`;
}

/** MySQL redefines a column as a whole: CHANGE names the column, then says all of it anew. */
function changeColumn(
  table: string,
  column: Column,
  position: ColumnPosition,
  dialect: Dialect,
): string {
  const definition = columnDefinition(column, false, dialect);
  const name = dialect.quoteIdentifier(column.name);
  return alter(table, `CHANGE ${name} ${definition}${placed(position, dialect)}`, dialect);
}

function changeToAfter(table: string, name: string, { after, dialect }: WriterContext): string {
  return changeColumn(table, columnOf(after, table, name), null, dialect);
}

function columnOf(schema: Schema, table: string, name: string): Column {
  const column = findColumn(tableOf(schema, table), name);
  if (column) return column;
  throw new InputError(`There is no column ${table}.${name} at this point of the migration.`);
}

function defaultOf(
  value: ColumnDefault,
  table: string,
  column: string,
  schema: Schema,
  dialect: Dialect,
): string {
  return dialect.defaultSql(value, columnOf(schema, table, column).type);
}

/** MySQL's DROP DEFAULT leaves a nullable column without even DEFAULT NULL, so that one is set to NULL. */
function mysqlDefault(
  value: ColumnDefault | null,
  table: string,
  column: string,
  schema: Schema,
  dialect: Dialect,
): string {
  if (value !== null) return `SET DEFAULT ${defaultOf(value, table, column, schema, dialect)}`;
  return columnOf(schema, table, column).nullable ? 'SET DEFAULT NULL' : 'DROP DEFAULT';
}

function backfill(
  operation: OperationOf<'setColumnNull'>,
  { after, dialect }: WriterContext,
): readonly string[] {
  const { table, column, nullable, backfill: value } = operation;
  if (nullable || value === null) return [];
  const name = dialect.quoteIdentifier(column);
  const filled = defaultOf(value, table, column, after, dialect);
  return [
    statement(`UPDATE ${dialect.quoteTable(table)} SET ${name}=${filled} WHERE ${name} IS NULL`),
  ];
}
