import type { Database, Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { sqliteLibrary } from './library.ts';

/** What a query may give. */
export type SqliteValue = string | number | bigint | Uint8Array | Int8Array | ArrayBuffer | null;

/** One row of a query, by column. */
export type SqliteRow = { readonly [column: string]: SqliteValue };

/** Steps of SQLite's virtual machine that one statement may take; DDL needs some thousands. */
const MAX_STEPS = 5_000_000;
const STEPS_BETWEEN_CHECKS = 100_000;

/** In bytes: the longest statement and the longest value that a statement may compute. */
const MAX_LENGTH = 16_000_000;

/** Pages of 512 bytes: a database of 128 MB, of which each table and index takes at least one. */
const MAX_PAGES = 262_144;

/** Names that a statement uses and that only the application's own SQLite knows. */
const MISSING_FUNCTION = /no such function: (\S+)$/;
const MISSING_COLLATION = /no such collation sequence: (.+)$/;
const MAX_STAND_INS = 100;

/**
 * A database of SQLite's own, in memory, for DDL alone. It has no access to files, no other database
 * can be attached, and a statement that takes too many steps or too much room is refused.
 *
 * Functions and collations that a statement names and this build lacks are taken for the
 * application's: each is stood in for by one that does nothing, so that the statement is read.
 */
export class SqliteDatabase {
  readonly #library: Sqlite3Static;
  readonly #database: Database;
  readonly #pointer: NonNullable<Database['pointer']>;

  /** @throws {SqliteNotLoaded} before SQLite is loaded. */
  constructor() {
    this.#library = sqliteLibrary();
    this.#database = new this.#library.oo1.DB(':memory:');
    this.#pointer = this.#database.checkRc(0).pointer ?? noPointer();
    this.#limit();
    this.#database.exec(`PRAGMA page_size = 512; PRAGMA max_page_count = ${MAX_PAGES};`);
  }

  #limit(): void {
    const { capi } = this.#library;
    const database = this.#pointer;
    capi.sqlite3_limit(database, capi.SQLITE_LIMIT_ATTACHED, 0);
    capi.sqlite3_limit(database, capi.SQLITE_LIMIT_LENGTH, MAX_LENGTH);
    capi.sqlite3_limit(database, capi.SQLITE_LIMIT_SQL_LENGTH, MAX_LENGTH);
    // A build with the defaults takes "text" for a string where no column has that name.
    // https://www.sqlite.org/quirks.html#dblquote
    capi.sqlite3_db_config(database, capi.SQLITE_DBCONFIG_DQS_DDL, 1);
    capi.sqlite3_db_config(database, capi.SQLITE_DBCONFIG_DQS_DML, 1);
    capi.sqlite3_db_config(database, capi.SQLITE_DBCONFIG_DEFENSIVE, 0);
  }

  /** Runs a statement. Null when SQLite took it, else SQLite's own message. */
  run(sql: string): string | null {
    for (let standIns = 0; standIns < MAX_STAND_INS; standIns += 1) {
      const message = this.#attempt(sql);
      if (message === null || !this.#standIn(message)) return message;
    }
    return 'it names too many functions and collations that SQLite does not have';
  }

  #attempt(sql: string): string | null {
    const { capi } = this.#library;
    let steps = 0;
    const check = () => {
      steps += STEPS_BETWEEN_CHECKS;
      return steps >= MAX_STEPS ? 1 : 0;
    };
    try {
      capi.sqlite3_progress_handler(this.#pointer, STEPS_BETWEEN_CHECKS, check, 0);
      this.#database.exec(sql);
      return null;
    } catch (error) {
      if (!(error instanceof this.#library.SQLite3Error)) throw error;
      return messageOf(error.message);
    } finally {
      capi.sqlite3_progress_handler(this.#pointer, 0, 0, 0);
    }
  }

  #standIn(message: string): boolean {
    const name = MISSING_FUNCTION.exec(message)?.[1];
    if (name !== undefined) {
      this.#database.createFunction({ name, arity: -1, deterministic: true, xFunc: () => null });
      return true;
    }
    const collation = MISSING_COLLATION.exec(message)?.[1];
    if (collation === undefined) return false;
    const { capi } = this.#library;
    const same = () => 0;
    const database = this.#pointer;
    const noArgument = 0;
    return (
      capi.sqlite3_create_collation_v2(
        database,
        collation,
        capi.SQLITE_UTF8,
        noArgument,
        same,
        noArgument,
      ) === 0
    );
  }

  /** The rows of a query of ours. @throws {Error} when SQLite refuses the query. */
  rows(sql: string, ...values: readonly (string | number)[]): readonly SqliteRow[] {
    return this.#database.selectObjects(sql, values.length > 0 ? [...values] : undefined);
  }

  /** True for a word that has to be quoted where it is a name. */
  isKeyword(word: string): boolean {
    return this.#library.capi.sqlite3_keyword_check(word, word.length) !== 0;
  }

  close(): void {
    this.#database.close();
  }
}

function noPointer(): never {
  throw new Error('SQLite gave no database.');
}

/** The message without the library's names of the result code, and without what it takes for a limit. */
function messageOf(message: string): string {
  const said = message.replace(/^SQLITE_\w+: sqlite3 result code \d+: /, '');
  return said === 'interrupted' ? 'it runs for too long' : said;
}
