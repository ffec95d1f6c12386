import type { Dialect } from '../../../dialect/dialect.ts';
import type { OperationOf } from '../../../model/operation.ts';
import { findTable, type Table } from '../../../model/schema.ts';
import { DDL_FORMS } from '../forms.ts';
import { type ByEngine, baseName, namespacePrefix, statement } from '../statement.ts';
import { attachPartitionSql, tablePropertySql } from '../table-properties.ts';
import { commentOnTable, createTable } from '../tables.ts';
import type { Writers } from './writer.ts';

export const tableWriters: Writers<
  | 'createTable'
  | 'dropTable'
  | 'renameTable'
  | 'setTableComment'
  | 'setTableOptions'
  | 'attachPartition'
  | 'detachPartition'
> = {
  createTable: ({ table, ifNotExists }, { dialect }) =>
    createTable(table, dialect, { ifNotExists, temporary: false }),
  dropTable: ({ table, ifExists, cascade }, { dialect }) => {
    const words = [
      'DROP TABLE',
      ifExists ? 'IF EXISTS' : '',
      dialect.quoteTable(table),
      cascade && DDL_FORMS[dialect.engine].cascadingDrops ? 'CASCADE' : '',
    ];
    return [statement(words.filter((word) => word !== '').join(' '))];
  },
  renameTable: (operation, { before, dialect }) =>
    renames[dialect.engine](operation, findTable(before, operation.from), dialect),
  setTableComment: ({ table, comment }, { dialect }) =>
    comments[dialect.engine](table, comment, dialect),
  setTableOptions: (operation, { before, dialect }) => {
    const settings = optionSettings[dialect.engine](operation);
    const table = dialect.quoteTable(operation.table);
    return [
      ...(settings === '' ? [] : [statement(`ALTER TABLE ${table} ${settings}`)]),
      ...tablePropertySql(
        operation,
        operation.table,
        dialect,
        findTable(before, operation.table)?.rowSecurity,
      ),
    ];
  },
  attachPartition: ({ table, partition }, { dialect }) => [
    attachPartitionSql(table, partition, dialect),
  ],
  detachPartition: ({ table, concurrently }, { before, dialect }) => {
    const parent = findTable(before, table)?.partition?.parent ?? '';
    const word = concurrently ? ' CONCURRENTLY' : '';
    return [
      statement(
        `ALTER TABLE ${dialect.quoteTable(parent)} DETACH PARTITION ${dialect.quoteTable(table)}${word}`,
      ),
    ];
  },
};

const comments: ByEngine<
  (table: string, comment: string | null, dialect: Dialect) => readonly string[]
> = {
  postgresql: (table, comment, dialect) => [commentOnTable(table, comment, dialect)],
  mysql: (table, comment, dialect) => [
    statement(
      `ALTER TABLE ${dialect.quoteTable(table)} COMMENT ${dialect.quoteString(comment ?? '')}`,
    ),
  ],
  sqlite: () => [],
};

type Rename = (
  operation: OperationOf<'renameTable'>,
  table: Table | null,
  dialect: Dialect,
) => readonly string[];

const alterRename: Rename = ({ from, to }, _table, dialect) => {
  const [spaceFrom, spaceTo] = [from, to].map(namespacePrefix);
  const isRenamed = baseName(from) !== baseName(to);
  const renamed = isRenamed ? `${spaceFrom}${baseName(to)}` : from;
  const alter = (name: string, action: string) =>
    statement(`ALTER TABLE ${dialect.quoteTable(name)} ${action}`);
  return [
    ...(isRenamed ? [alter(from, `RENAME TO ${dialect.quoteIdentifier(baseName(to))}`)] : []),
    // A table that moves to the default schema has no schema in its name.
    ...(spaceFrom === spaceTo
      ? []
      : [
          alter(
            renamed,
            `SET SCHEMA ${dialect.quoteIdentifier(spaceTo?.slice(0, -1) || 'public')}`,
          ),
        ]),
  ];
};

const renames: ByEngine<Rename> = {
  postgresql: (operation, table, dialect) => [
    ...alterRename(operation, table, dialect),
    ...(operation.keepsNames ? [] : keyRenames(operation, table, dialect)),
  ],
  mysql: ({ from, to }, _table, dialect) => [
    statement(`RENAME TABLE ${dialect.quoteTable(from)} TO ${dialect.quoteTable(to)}`),
  ],
  sqlite: alterRename,
};

/**
 * Active Record renames the index and the sequence of a one-column primary key that numbers
 * itself, when they bear the names that PostgreSQL made from the old table name.
 */
function keyRenames(
  { from, to }: OperationOf<'renameTable'>,
  table: Table | null,
  dialect: Dialect,
): readonly string[] {
  const [key, ...others] = table?.primaryKey?.columns ?? [];
  const column = table?.columns.find(({ name }) => name === key);
  if (key === undefined || others.length > 0 || !column) return [];
  const numbered = column.autoIncrement !== null;
  if (!numbered && column.default?.kind !== 'expression') return [];
  const derived = (name: string, suffix: string) =>
    `${baseName(name).slice(0, dialect.maxIdentifierLength - suffix.length)}${suffix}`;
  const rename = (head: string, suffix: string) => {
    const old = dialect.quoteTable(`${namespacePrefix(from)}${derived(from, suffix)}`);
    return statement(`${head} ${old} RENAME TO ${dialect.quoteIdentifier(derived(to, suffix))}`);
  };
  return [
    rename('ALTER INDEX', '_pkey'),
    ...(numbered ? [rename('ALTER TABLE', `_${key}_seq`)] : []),
  ];
}

const optionSettings: ByEngine<(operation: OperationOf<'setTableOptions'>) => string> = {
  postgresql: ({ options }) => {
    const storage = /^WITH\s*(\(.*\))$/is.exec(options ?? '');
    return storage ? `SET ${storage[1]}` : (options ?? '');
  },
  mysql: ({ options, charset, collation }) =>
    [
      options ?? '',
      charset ? `DEFAULT CHARACTER SET ${charset}` : '',
      collation ? `COLLATE ${collation}` : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  sqlite: () => '',
};
