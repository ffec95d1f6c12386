import { type RailsVersion, railsAtLeast } from '../../../model/engine.ts';
import type { SqlSchemaFile } from '../../../model/schema-file.ts';
import type { SqliteDatabase } from '../../../sqlite/database.ts';
import type { CatalogRow } from './dumped-schema.ts';

/** How the `.schema` of a file's sqlite3 prints the objects of the catalog. */
export interface SchemaLines {
  /** True for an object that is printed at all. */
  readonly shows: (row: CatalogRow) => boolean;
  /** The object's statement with its semicolon. */
  readonly of: (row: CatalogRow, database: SqliteDatabase) => string;
}

/**
 * The form that the file shows, and where it shows none that of the newest sqlite3.
 *
 * - `.schema` guards tables whose names are quoted (`printSchemaLine` of shell.c), a file that is no
 *   dump does not.
 * - From 3.21 on it lists the columns of views and virtual tables in a comment (`shellFakeSchema`).
 * - Rails 8.0 leaves out SQLite's own tables (`.schema --nosys` in sqlite_database_tasks.rb).
 */
export function schemaLines(file: SqlSchemaFile, rails: RailsVersion | null): SchemaLines {
  const { text } = file;
  const guards = !/^CREATE TABLE ["']/m.test(text);
  const listless = /^CREATE (?:VIEW|VIRTUAL TABLE) /m.test(text) && !/^\/\* .* \*\/;$/m.test(text);
  const showsSystem = /^CREATE TABLE sqlite_sequence\b/m.test(text);
  const hidesSystem =
    !showsSystem &&
    (/\bAUTOINCREMENT\b/i.test(text) || (rails !== null && railsAtLeast(rails, 8, 0)));
  return {
    shows: ({ name }) => !hidesSystem || !/^sqlite_/i.test(name),
    of: (row, database) => {
      const list = listless ? '' : columnList(row, database);
      const sql = guards
        ? row.sql.replace(/^CREATE TABLE (?=["'])/, 'CREATE TABLE IF NOT EXISTS ')
        : row.sql;
      return terminated(`${sql}${list}`);
    },
  };
}

function columnList({ type, name, sql }: CatalogRow, database: SqliteDatabase): string {
  const isVirtual = type === 'table' && sql.startsWith('CREATE VIRTUAL TABLE ');
  if (type !== 'view' && !isVirtual) return '';
  const columns = columnsOf(name, database);
  if (columns.length === 0) return '';
  const quoted = columns.map((column) => quotedName(column, database)).join(',');
  return `\n/* ${quotedName(name, database)}(${quoted}) */`;
}

/** Empty for a view whose query does not run, as when its table is gone. */
function columnsOf(name: string, database: SqliteDatabase): readonly string[] {
  try {
    const rows = database.rows('SELECT name FROM pragma_table_info(?)', name);
    return rows.map((row) => String(row['name']));
  } catch {
    return [];
  }
}

/** `quoteChar` of shell.c. */
function quotedName(name: string, database: SqliteDatabase): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !database.isKeyword(name);
  return plain ? name : `"${name.replaceAll('"', '""')}"`;
}

/** A semicolon behind a line comment would belong to it. */
function terminated(sql: string): string {
  const lastLine = sql.slice(sql.lastIndexOf('\n') + 1);
  return /--/.test(lastLine) ? `${sql}\n;` : `${sql};`;
}
