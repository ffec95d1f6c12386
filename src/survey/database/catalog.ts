import type { ServerName } from '../../model/server.ts';

/** The servers that are asked over a connection. SQLite is a file. */
export type SurveyedServer = Exclude<ServerName, 'sqlite'>;

/** What a statement is given beside its text. */
export type Parameter = string | null | readonly string[];

/** A statement of the survey: one SELECT, with the values that its placeholders stand for. */
export interface SurveyStatement {
  readonly sql: string;
  readonly values: readonly Parameter[];
}

/** A fixed query of a server's catalog. Its rows are facts: see `facts.ts`. */
export interface CatalogQuery {
  /** What it reads, a clause: `sizes and statistics of tables`. */
  readonly about: string;
  readonly sql: string;
  /** Takes the names of schemas, or null for all, as its only parameter. */
  readonly bySchema?: true;
  /** What an account needs that may not have it; without it the facts are left out. */
  readonly needs?: string;
}

/** How long the survey may keep a server busy. */
export interface SurveyLimits {
  readonly statementTimeoutMs: number;
}

/** What the survey knows of one server. All of its statements are written here and nowhere else. */
export interface ServerCatalog {
  readonly server: SurveyedServer;
  /** Sent before the first query, as they stand; they end with the start of a read-only transaction. */
  readonly begin: (limits: SurveyLimits) => readonly string[];
  readonly queries: readonly CatalogQuery[];
  /** Types of all columns of the tables named, as rows of the kind `type`. */
  readonly typesOf: (tables: readonly string[]) => SurveyStatement;
  /** Catalogs that a query may read. */
  readonly relations: readonly string[];
  /** Functions that a query may call: they read, and none takes the name of a table or a statement. */
  readonly functions: readonly string[];
  /** SQLSTATE or number of an error that says the account lacks a right, or the server a catalog. */
  readonly lacking: readonly string[];
}
