import type { OperationBody, OperationOf } from '../../../model/operation.ts';
import { own } from '../../../model/own.ts';
import type { Session } from '../session.ts';
import { SqlReader } from './reader.ts';
import type { SqlStatement } from './statements.ts';

type Rows = Pick<OperationOf<'changeRows'>, 'table' | 'verb' | 'scope'>;

/** UPDATE, INSERT, DELETE and TRUNCATE; null for other statements. */
export function rowsOperation(statement: SqlStatement, session: Session): OperationBody | null {
  const rows = readRows(new SqlReader(statement.tokens), session);
  if (!rows) return null;
  return { kind: 'changeRows', ...rows, text: statement.text, language: 'sql', batched: false };
}

function readRows(reader: SqlReader, session: Session): Rows | null {
  if (reader.take('UPDATE')) {
    const table = reader.name();
    return {
      table,
      verb: 'update',
      scope: reader.holds('WHERE', 'LIMIT', 'JOIN', 'FROM') ? 'part' : 'whole',
    };
  }
  if (reader.take('DELETE', 'FROM')) {
    return {
      table: reader.name(),
      verb: 'delete',
      scope: reader.holds('WHERE', 'LIMIT', 'USING', 'JOIN') ? 'part' : 'whole',
    };
  }
  if (reader.take('DELETE')) {
    // MySQL: DELETE t FROM t JOIN …
    const table = reader.name();
    return table !== null && reader.take('FROM') ? { table, verb: 'delete', scope: 'part' } : null;
  }
  if (
    reader.take('INSERT', 'INTO') ||
    reader.take('INSERT', 'IGNORE', 'INTO') ||
    reader.take('INSERT', 'LOW_PRIORITY', 'INTO') ||
    reader.take('REPLACE', 'INTO')
  ) {
    return { table: reader.name(), verb: 'insert', scope: 'part' };
  }
  if (reader.take('TRUNCATE')) {
    reader.take('TABLE');
    return { table: reader.name(), verb: 'truncate', scope: 'whole' };
  }
  return reader.take('WITH') ? afterWith(reader, session) : null;
}

/** The statement behind WITH; one that only selects writes nothing. */
function afterWith(reader: SqlReader, session: Session): Rows | null {
  const rest = reader.rest();
  let depth = 0;
  for (const [position, token] of rest.entries()) {
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (depth === 0 && /^(?:UPDATE|INSERT|DELETE)$/i.test(token.text)) {
      return readRows(new SqlReader(rest.slice(position)), session);
    }
  }
  return null;
}

/** What statements that leave the schema alone are for, by their first word. */
const PURPOSES: { readonly [word: string]: string } = {
  SET: 'sets a parameter of the session',
  ANALYZE: 'gathers statistics',
  VACUUM: 'reclaims space and gathers statistics',
  SHOW: 'reads a parameter',
  EXPLAIN: 'shows a query plan',
  LOCK: 'locks a table',
  BEGIN: 'begins a transaction',
  START: 'begins a transaction',
  COMMIT: 'ends the transaction',
  ROLLBACK: 'ends the transaction',
  SAVEPOINT: 'marks a point in the transaction',
  REINDEX: 'rebuilds an index',
  PRAGMA: 'sets a parameter of the session',
};

/** SET, SELECT, ANALYZE and the like; null for statements that may change the schema. */
export function sessionStatement({ text, tokens }: SqlStatement): OperationBody | null {
  const word = tokens[0]?.text.toUpperCase() ?? '';
  const purpose = own(PURPOSES, word);
  if (purpose) return { kind: 'runSql', text, purpose };
  const reads = word === 'SELECT' || word === 'WITH' || word === 'VALUES';
  return reads ? { kind: 'runSql', text, purpose: 'reads rows' } : null;
}
