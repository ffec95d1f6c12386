import type { Dialect } from '../../../dialect/dialect.ts';
import type { Index, Table } from '../../../model/schema.ts';
import { nameList, statement, tableOf } from '../statement.ts';
import { createTable } from '../tables.ts';
import type { WriterContext } from './writer.ts';

export interface ColumnRename {
  readonly from: string;
  readonly to: string;
}

/**
 * How Active Record changes a table that SQLite's ALTER TABLE cannot: the rows go into a temporary
 * table, the table is dropped and created anew, and the rows come back (`alter_table` of the
 * SQLite3 adapter, Rails 8.0).
 *
 * The PRAGMA that switches foreign keys off has no effect inside a transaction, where Rails runs
 * its migrations: rows that refer to this table with ON DELETE CASCADE are deleted by its DROP
 * (tried with SQLite 3.40).
 */
export function copyTable(
  name: string,
  { before, after, dialect }: WriterContext,
  rename: ColumnRename | null = null,
): readonly string[] {
  const old = tableOf(before, name);
  const wanted = tableOf(after, name);
  const interim = interimTable(old, rename);
  const target = dialect.quoteTable(name);
  const temporary = dialect.quoteTable(interim.name);
  const build = { ifNotExists: false, temporary: false };
  return [
    'PRAGMA defer_foreign_keys = ON;',
    'PRAGMA foreign_keys = OFF;',
    ...createTable(interim, dialect, { ...build, temporary: true }),
    copyRows(old, interim, rename, dialect),
    statement(`DROP TABLE ${target}`),
    ...createTable(wanted, dialect, build),
    copyRows(interim, wanted, null, dialect),
    statement(`DROP TABLE ${temporary}`),
    'PRAGMA defer_foreign_keys = 0;',
    'PRAGMA foreign_keys = 1;',
  ];
}

/** The temporary table has the columns, key and indexes, but neither foreign keys nor checks. */
function interimTable(old: Table, rename: ColumnRename | null): Table {
  const renamed = (column: string) => (column === rename?.from ? rename.to : column);
  return {
    ...old,
    name: `a${old.name}`,
    columns: old.columns.map((column) => ({ ...column, name: renamed(column.name) })),
    primaryKey: old.primaryKey && {
      name: null,
      columns: old.primaryKey.columns.map(renamed),
    },
    indexes: old.indexes.map((index) => interimIndex(index, old.name, renamed)),
    foreignKeys: [],
    checkConstraints: [],
    uniqueConstraints: [],
  };
}

/** Two indexes of a database can't share a name: `index_users_on_email` is `tindex_ausers_on_email` meanwhile. */
function interimIndex(index: Index, table: string, renamed: (column: string) => string): Index {
  const marker = `_${table}_`;
  const name = `t${index.name}`.split(marker).join(`_a${table}_`);
  return {
    ...index,
    name,
    parts: index.parts.map((part) =>
      part.column === null ? part : { ...part, column: renamed(part.column) },
    ),
  };
}

/** Generated columns are left out: they take no values. */
function copyRows(from: Table, to: Table, rename: ColumnRename | null, dialect: Dialect): string {
  const origin = (name: string) => (name === rename?.to ? rename.from : name);
  const known = new Set(from.columns.map(({ name }) => name));
  const columns = to.columns
    .filter((column) => column.generated === null)
    .map(({ name }) => name)
    .filter((name) => known.has(origin(name)));
  const select = `SELECT ${nameList(columns.map(origin), dialect)} FROM ${dialect.quoteTable(from.name)}`;
  return statement(
    `INSERT INTO ${dialect.quoteTable(to.name)} (${nameList(columns, dialect)}) ${select}`,
  );
}
