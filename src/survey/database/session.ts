import { InputError } from '../../model/errors.ts';
import type { CatalogQuery, ServerCatalog, SurveyLimits, SurveyStatement } from './catalog.ts';
import type { FactRow } from './fact-row.ts';
import { assertPlainSelect } from './guard.ts';

/** A connection to a server, as its driver gives it. */
export interface SurveyConnection {
  /**
   * Sends one statement.
   *
   * @returns its rows, by the names of their columns; empty for a statement without any.
   * @throws {StatementError} when the server refuses it.
   */
  readonly send: (statement: SurveyStatement) => Promise<readonly object[]>;
  readonly close: () => Promise<void>;
}

/** What a server says of a statement that it refuses. */
export class StatementError extends Error {
  override readonly name: string = 'StatementError';
  /** SQLSTATE of PostgreSQL, number of MySQL's error. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A read-only transaction, in which nothing but plain SELECTs is sent. */
export class SurveySession {
  readonly #connection: SurveyConnection;
  readonly #catalog: ServerCatalog;

  private constructor(connection: SurveyConnection, catalog: ServerCatalog) {
    this.#connection = connection;
    this.#catalog = catalog;
  }

  /** Begins the transaction. @throws {InputError} when the server refuses to. */
  static async begin(
    connection: SurveyConnection,
    catalog: ServerCatalog,
    limits: SurveyLimits,
  ): Promise<SurveySession> {
    for (const sql of catalog.begin(limits)) {
      await explained(() => connection.send({ sql, values: [] }), 'setting its limits');
    }
    return new SurveySession(connection, catalog);
  }

  /** The facts of a catalog query; null when the account lacks a right that the query says it needs. */
  async facts(
    query: CatalogQuery,
    schemas: readonly string[] | null,
  ): Promise<readonly FactRow[] | null> {
    const values = query.bySchema ? [schemas] : [];
    try {
      return await this.#select({ sql: query.sql, values }, []);
    } catch (error) {
      const lacks = error instanceof StatementError && this.#catalog.lacking.includes(error.code);
      if (lacks && query.needs !== undefined) return null;
      throw described(error, `reading ${query.about}`);
    }
  }

  /** The types of the columns of these tables, in rows of the kind `type`. */
  types(tables: readonly string[]): Promise<readonly FactRow[]> {
    return explained(
      () => this.#select(this.#catalog.typesOf(tables), []),
      'reading the types of columns',
    );
  }

  /** The facts of a count. @param table - the only one that it may read, as it is quoted. */
  count(statement: SurveyStatement, table: string, what: string): Promise<readonly FactRow[]> {
    return explained(() => this.#select(statement, [table]), `counting ${what}`);
  }

  /** Ends the transaction; there is nothing to keep. */
  async end(): Promise<void> {
    await this.#connection.send({ sql: 'ROLLBACK', values: [] });
  }

  /** @throws {RefusedStatement} before a statement is sent that is no plain SELECT. */
  async #select(
    statement: SurveyStatement,
    tables: readonly string[],
  ): Promise<readonly FactRow[]> {
    assertPlainSelect(statement.sql, this.#catalog, tables);
    return (await this.#connection.send(statement)).map(factRow);
  }
}

function factRow(row: object): FactRow {
  const fields = Object.entries(row).map(([name, value]) => [name.toLowerCase(), textOf(value)]);
  return { fields: Object.fromEntries(fields), location: null };
}

/** Drivers give numbers, numbers as text, and what the server takes for binary as bytes. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value);
}

async function explained<T>(run: () => Promise<T>, what: string): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw described(error, what);
  }
}

/** Time limits of PostgreSQL, MySQL and MariaDB, in this order, and locks that were not given in time. */
const TIMED_OUT = ['57014', '3024', '1969'];
const LOCKED = ['55P03', '1205'];

function described(error: unknown, what: string): unknown {
  if (!(error instanceof StatementError)) return error;
  return new InputError(`the server stopped ${what}: ${error.message}`, {
    remedy: remedyOf(error.code),
  });
}

function remedyOf(code: string): string | null {
  if (LOCKED.includes(code)) return 'A migration may be running. Try again when it is through.';
  if (!TIMED_OUT.includes(code)) return null;
  return 'Give it more time with --statement-timeout, or leave the column out.';
}
