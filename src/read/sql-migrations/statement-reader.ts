import type { Engine } from '../../model/engine.ts';
import type { OperationBody } from '../../model/operation.ts';
import type { Schema } from '../../model/schema.ts';
import { loadSqlite } from '../../sqlite/library.ts';
import { loadMysqlLibraries } from '../mysql/libraries/load.ts';
import { loadPostgresqlParser } from '../postgresql/parse.ts';
import { postgresqlOperations } from '../postgresql/statements/index.ts';
import { sqliteOperations } from '../sqlite/statements/index.ts';

/** One operation that SQL asks for, and the statement that does. */
export interface StatementOperation {
  readonly body: OperationBody;
  /** What caused an operation that the statement does not name; null when it does. */
  readonly impliedBy: string | null;
  /** As it was written, without the closing semicolon. */
  readonly text: string;
  /** Where it stands in the SQL that was given, in UTF-16 code units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** The schema as it stands; what reads statements asks for it before each operation. */
export interface Scope {
  readonly schema: Schema;
}

/**
 * What SQL asks for, statement by statement. What is not understood is opaque. The caller applies
 * each operation before it takes the next.
 *
 * @param whole - true for one statement with semicolons of its own.
 */
export type StatementReader = (
  sql: string,
  scope: Scope,
  whole: boolean,
) => Iterable<StatementOperation>;

function* postgresql(sql: string, scope: Scope): Generator<StatementOperation> {
  for (const { body, impliedBy, statement } of postgresqlOperations(sql, scope)) {
    const { text, start, end } = statement;
    yield { body, impliedBy, text, start, end };
  }
}

function* sqlite(sql: string, scope: Scope): Generator<StatementOperation> {
  for (const { body, impliedBy, statement } of sqliteOperations(sql, scope)) {
    const { text, start, end } = statement;
    yield { body, impliedBy, text, start, end };
  }
}

type Load = (evidence: Schema | null) => Promise<StatementReader>;

const READERS: { readonly [E in Engine]: Load } = {
  postgresql: async () => {
    await loadPostgresqlParser();
    return postgresql;
  },
  mysql: async (evidence) => {
    await loadMysqlLibraries();
    const { mysqlStatements } = await import('./mysql-statements.ts');
    return (sql, scope, whole) => mysqlStatements(sql, scope, whole, evidence);
  },
  sqlite: async () => {
    await loadSqlite();
    return sqlite;
  },
};

/**
 * The reader of an engine's statements, with the library that it needs.
 *
 * @param evidence - a dump of the same database, for what no migration holds; null when the schema
 *   itself is all that there is.
 */
export function loadStatementReader(
  engine: Engine,
  evidence: Schema | null,
): Promise<StatementReader> {
  return READERS[engine](evidence);
}
