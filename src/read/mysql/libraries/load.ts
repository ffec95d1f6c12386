/** What the libraries make of a statement: foreign JSON, not to be trusted. */
export interface MysqlLibraries {
  /** The tree of sql-ddl-to-json-schema; null where it refuses the statement. */
  readonly ddlTree: (sql: string) => unknown;
  /** The tree of node-sql-parser; null where it refuses the statement. */
  readonly sqlTree: (sql: string) => unknown;
  /** An expression of that tree as SQL again; null where node-sql-parser cannot. */
  readonly sqlOf: (expression: unknown) => string | null;
}

/** Thrown where SQL is to be read before {@link loadMysqlLibraries} is through. */
class MysqlLibrariesNotLoaded extends Error {
  constructor() {
    super('The readers of SQL for MySQL are not loaded.');
  }
}

let libraries: MysqlLibraries | null = null;

/** Loads the libraries (of node-sql-parser the build for MySQL alone), once a process. */
export async function loadMysqlLibraries(): Promise<void> {
  if (libraries) return;
  const ddl = await import('sql-ddl-to-json-schema');
  const sql = await import('node-sql-parser/build/mysql.js');
  const parser = new sql.default.Parser();
  libraries = {
    ddlTree: (text) =>
      orNull(() => {
        const reading = new ddl.Parser('mysql');
        // It takes a statement when its semicolon comes.
        reading.feed(`${text};`);
        return reading.results;
      }),
    sqlTree: (text) => orNull(() => parser.astify(text, { database: 'mysql' })),
    sqlOf: (expression) => {
      const text = orNull(() => parser.exprToSQL(expression, { database: 'mysql' }));
      return typeof text === 'string' ? text : null;
    },
  };
}

/**
 * Runs a reader that may meet SQL for MySQL. Where it does and the libraries are not loaded yet,
 * they are loaded and the reader runs from its start, so that others need not wait for them.
 */
export async function withMysqlLibraries<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof MysqlLibrariesNotLoaded)) throw error;
    await loadMysqlLibraries();
    return read();
  }
}

/** @throws {MysqlLibrariesNotLoaded} before {@link loadMysqlLibraries} is through. */
export function mysqlLibraries(): MysqlLibraries {
  if (!libraries) throw new MysqlLibrariesNotLoaded();
  return libraries;
}

/** The libraries say by what they throw that they do not know a statement; each has its own errors. */
function orNull(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return null;
  }
}
