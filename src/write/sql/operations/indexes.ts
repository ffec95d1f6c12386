import type { Dialect } from '../../../dialect/dialect.ts';
import { findTable, type Index, type Schema } from '../../../model/schema.ts';
import { DDL_FORMS } from '../forms.ts';
import { createIndex, qualifiedIndex } from '../indexes.ts';
import { type ByEngine, statement } from '../statement.ts';
import type { Writer, Writers } from './writer.ts';

export const indexWriters: Writers<'addIndex' | 'dropIndex' | 'renameIndex' | 'setIndexEnabled'> = {
  addIndex: ({ table, index, ifNotExists, concurrently }, { before, dialect }) => {
    // MySQL has no IF NOT EXISTS for indexes: Active Record looks for it first.
    const present = ifNotExists && findIndex(before, table, index.name) !== null;
    if (present && !DDL_FORMS[dialect.engine].guardedIndexes) return [];
    return createIndex(index, table, dialect, { concurrently, ifNotExists });
  },
  dropIndex: ({ table, index, ifExists, concurrently }, { before, dialect }) => {
    if (ifExists && !findIndex(before, table, index)) return [];
    return [dropIndex(table, index, concurrently, dialect)];
  },
  renameIndex: (operation, context) => renames[context.dialect.engine](operation, context),
  setIndexEnabled: ({ table, index, enabled }, { dialect }) => {
    const visibility = enabled ? 'VISIBLE' : 'INVISIBLE';
    const action = `ALTER INDEX ${dialect.quoteIdentifier(index)} ${visibility}`;
    return [statement(`ALTER TABLE ${dialect.quoteTable(table)} ${action}`)];
  },
};

/** The index of a table or materialized view; null when there is none. */
function findIndex(schema: Schema, owner: string, name: string): Index | null {
  const holder = findTable(schema, owner) ?? schema.views.find((view) => view.name === owner);
  return holder?.indexes.find((index) => index.name === name) ?? null;
}

function dropIndex(table: string, index: string, concurrently: boolean, dialect: Dialect): string {
  return statement(drops[dialect.engine](table, index, concurrently, dialect));
}

const drops: ByEngine<
  (table: string, index: string, concurrently: boolean, dialect: Dialect) => string
> = {
  postgresql: (table, index, concurrently, dialect) =>
    `DROP INDEX ${concurrently ? 'CONCURRENTLY ' : ''}${dialect.quoteTable(qualifiedIndex(index, table))}`,
  mysql: (table, index, _concurrently, dialect) =>
    `DROP INDEX ${dialect.quoteIdentifier(index)} ON ${dialect.quoteTable(table)}`,
  sqlite: (_table, index, _concurrently, dialect) => `DROP INDEX ${dialect.quoteIdentifier(index)}`,
};

const renames: ByEngine<Writer<'renameIndex'>> = {
  postgresql: ({ table, from, to }, { dialect }) => [
    statement(
      `ALTER INDEX ${dialect.quoteTable(qualifiedIndex(from, table))} RENAME TO ${dialect.quoteIdentifier(to)}`,
    ),
  ],
  mysql: ({ table, from, to }, { dialect }) => [
    statement(
      `ALTER TABLE ${dialect.quoteTable(table)} RENAME INDEX ${dialect.quoteIdentifier(from)} TO ${dialect.quoteIdentifier(to)}`,
    ),
  ],
  // SQLite can't rename an index: Active Record builds it under the new name and drops the old one.
  sqlite: ({ table, from, to }, { before, after, dialect }) => {
    const index = findIndex(after, table, to) ?? findIndex(before, table, from);
    if (!index) return [];
    const build = { concurrently: false, ifNotExists: false };
    return [
      ...createIndex({ ...index, name: to }, table, dialect, build),
      dropIndex(table, from, false, dialect),
    ];
  },
};
