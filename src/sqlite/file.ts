import type { SqliteRow } from './database.ts';
import { sqliteLibrary } from './library.ts';

/** A database read from the bytes of its file: what is done to it stays in memory. */
export interface SqliteFile {
  /** The rows of a query. @throws {SqliteFileError} when SQLite refuses it. */
  readonly rows: (sql: string) => readonly SqliteRow[];
  readonly close: () => void;
}

/** What SQLite says of a file or a query of it. */
export class SqliteFileError extends Error {
  override readonly name: string = 'SqliteFileError';
}

/** Bytes 18 and 19 of the header: 2 for a database with a write-ahead log, 1 for one without. */
const JOURNAL_BYTES = [18, 19];

/**
 * Opens the bytes of a database file. They are changed in place: a database in memory cannot have a
 * write-ahead log, so that the header is made to say that there is none.
 *
 * @see {@link https://www.sqlite.org/fileformat2.html#file_format_version_numbers}
 * @throws {SqliteNotLoaded} before SQLite is loaded.
 */
export function openSqliteFile(bytes: Uint8Array): SqliteFile {
  const { capi, oo1, wasm, SQLite3Error } = sqliteLibrary();
  for (const position of JOURNAL_BYTES) bytes[position] = 1;
  const database = new oo1.DB(':memory:');
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_READONLY;
  const copy = wasm.allocFromTypedArray(bytes);
  database.checkRc(
    capi.sqlite3_deserialize(database, 'main', copy, bytes.length, bytes.length, flags),
  );
  return {
    rows(sql) {
      try {
        return database.selectObjects(sql);
      } catch (error) {
        if (!(error instanceof SQLite3Error)) throw error;
        throw new SqliteFileError(
          error.message.replace(/^SQLITE_\w+: sqlite3 result code \d+: /, ''),
        );
      }
    },
    close: () => database.close(),
  };
}
