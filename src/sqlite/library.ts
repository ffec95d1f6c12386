import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';

/** Thrown where a database is to be opened before {@link loadSqlite} is through. */
class SqliteNotLoaded extends Error {
  constructor() {
    super('SQLite is not loaded.');
  }
}

let library: Sqlite3Static | null = null;

/** Loads SQLite (0.9 MB of WebAssembly), once a process; opening a database needs it. */
export async function loadSqlite(): Promise<void> {
  if (library) return;
  const { default: init } = await import('@sqlite.org/sqlite-wasm');
  const loaded = await init();
  // The library tells of each statement that fails on the console; the caller gets the error.
  loaded.config.warn = () => undefined;
  library = loaded;
}

/**
 * Runs a reader that may meet SQL for SQLite. Where it does and SQLite is not loaded yet, SQLite is
 * loaded and the reader runs from its start, so that others need not wait for it.
 */
export async function withSqlite<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof SqliteNotLoaded)) throw error;
    await loadSqlite();
    return read();
  }
}

/** @throws {SqliteNotLoaded} before {@link loadSqlite} is through. */
export function sqliteLibrary(): Sqlite3Static {
  if (!library) throw new SqliteNotLoaded();
  return library;
}
