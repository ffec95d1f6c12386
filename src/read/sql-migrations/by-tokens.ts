import { Session } from '../ruby/session.ts';
import { sqlOperations } from '../ruby/sql/operations.ts';
import type { Scope, StatementOperation } from './statement-reader.ts';

const NEWEST = { major: 8, minor: 1 };

interface Place {
  readonly statement: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Statements of MySQL and SQLite, read by their tokens. */
export function* byTokens(sql: string, scope: Scope): Generator<StatementOperation> {
  const session = new Session(scope.schema, { rails: NEWEST, dumped: false, project: null });
  const operations = sqlOperations(sql, session);
  let place: Place = { statement: '', text: '', start: 0, end: 0 };
  for (;;) {
    session.schema = scope.schema;
    const { done, value } = operations.next();
    if (done) return;
    const { statement, impliedBy = null, ...body } = value;
    if (place.statement !== statement) place = placeOf(statement, sql, place.end);
    const { text, start, end } = place;
    yield { body, impliedBy, text, start, end };
  }
}

function placeOf(statement: string, sql: string, from: number): Place {
  const at = Math.max(sql.indexOf(statement, from), from);
  const ahead =
    /^(?:\s+|(?:--|#)[^\n]*(?:\n|$)|\/\*(?!!)[\s\S]*?\*\/)*/.exec(statement)?.[0].length ?? 0;
  return {
    statement,
    text: statement.slice(ahead),
    start: at + ahead,
    end: at + statement.length,
  };
}
