import type { Engine } from '../../model/engine.ts';
import type { OperationBody } from '../../model/operation.ts';
import type { Schema } from '../../model/schema.ts';
import { loadPostgresqlParser } from '../postgresql/parse.ts';
import { postgresqlOperations } from '../postgresql/statements/index.ts';

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

const READERS: { readonly [E in Engine]: () => Promise<StatementReader> } = {
  postgresql: async () => {
    await loadPostgresqlParser();
    return postgresql;
  },
  mysql: async () => (await import('./by-tokens.ts')).byTokens,
  sqlite: async () => (await import('./by-tokens.ts')).byTokens,
};

/** The reader of an engine's statements, with the library that it needs. */
export function loadStatementReader(engine: Engine): Promise<StatementReader> {
  return READERS[engine]();
}
