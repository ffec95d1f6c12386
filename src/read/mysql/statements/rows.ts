import type { OperationBody, OperationOf } from '../../../model/operation.ts';
import { own } from '../../../model/own.ts';
import { TokenReader } from '../tokens/token-reader.ts';
import type { MysqlStatement } from './statement.ts';

type Rows = Pick<OperationOf<'changeRows'>, 'table' | 'verb' | 'scope'>;

/** UPDATE, INSERT, DELETE and TRUNCATE; null for other statements. */
export function rowsOperation(statement: MysqlStatement): OperationBody | null {
  const rows = readRows(statement.read());
  if (!rows) return null;
  return { kind: 'changeRows', ...rows, text: statement.text, language: 'sql', batched: false };
}

function readRows(reader: TokenReader): Rows | null {
  const verb = reader.takeOne('UPDATE', 'DELETE', 'INSERT', 'REPLACE', 'TRUNCATE', 'LOAD', 'WITH');
  return verb === null ? null : READERS[verb](reader);
}

type Verb = 'UPDATE' | 'DELETE' | 'INSERT' | 'REPLACE' | 'TRUNCATE' | 'LOAD' | 'WITH';

const READERS: { readonly [V in Verb]: (reader: TokenReader) => Rows | null } = {
  UPDATE: (reader) => {
    modifiers(reader);
    return {
      table: reader.name(),
      verb: 'update',
      scope: scopeOf(reader, ['WHERE', 'LIMIT', 'JOIN']),
    };
  },
  DELETE: (reader) => {
    modifiers(reader);
    if (reader.take('FROM')) {
      const table = reader.name();
      return { table, verb: 'delete', scope: scopeOf(reader, ['WHERE', 'LIMIT', 'USING', 'JOIN']) };
    }
    // DELETE t FROM t JOIN …
    const table = reader.name();
    return table !== null && reader.take('FROM') ? { table, verb: 'delete', scope: 'part' } : null;
  },
  INSERT: insert,
  REPLACE: insert,
  TRUNCATE: (reader) => {
    reader.take('TABLE');
    return { table: reader.name(), verb: 'truncate', scope: 'whole' };
  },
  LOAD: (reader) => {
    if (!reader.sees('DATA') && !reader.sees('XML')) return null;
    while (!reader.done && !reader.take('INTO', 'TABLE')) reader.any();
    return { table: reader.name(), verb: 'insert', scope: 'part' };
  },
  WITH: afterWith,
};

function insert(reader: TokenReader): Rows {
  modifiers(reader);
  reader.take('INTO');
  return { table: reader.name(), verb: 'insert', scope: 'part' };
}

function modifiers(reader: TokenReader): void {
  while (reader.takeOne('IGNORE', 'LOW_PRIORITY', 'HIGH_PRIORITY', 'DELAYED', 'QUICK') !== null);
}

function scopeOf(reader: TokenReader, words: readonly string[]): Rows['scope'] {
  return reader.holds(...words) ? 'part' : 'whole';
}

/** The statement behind WITH; one that only selects writes nothing. */
function afterWith(reader: TokenReader): Rows | null {
  const rest = reader.rest();
  let depth = 0;
  for (const [position, token] of rest.entries()) {
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (depth === 0 && /^(?:UPDATE|INSERT|DELETE)$/i.test(token.text)) {
      return readRows(new TokenReader(rest.slice(position)));
    }
  }
  return null;
}

/** What statements that leave the schema alone are for, by their first word. */
const PURPOSES: { readonly [word: string]: string } = {
  SET: 'sets a parameter of the session',
  USE: 'chooses a database',
  ANALYZE: 'gathers statistics',
  OPTIMIZE: 'rebuilds a table as it is',
  CHECK: 'checks a table',
  REPAIR: 'repairs a table as it is',
  SHOW: 'reads a parameter',
  EXPLAIN: 'shows a query plan',
  DESCRIBE: 'shows a table',
  DESC: 'shows a table',
  LOCK: 'locks a table',
  UNLOCK: 'unlocks the tables',
  BEGIN: 'begins a transaction',
  START: 'begins a transaction',
  COMMIT: 'ends the transaction',
  ROLLBACK: 'ends the transaction',
  SAVEPOINT: 'marks a point in the transaction',
  RELEASE: 'forgets a point in the transaction',
  FLUSH: 'empties a cache',
  KILL: 'ends a connection',
  DO: 'computes a value',
  GRANT: 'gives privileges, which no dump of a schema shows',
  REVOKE: 'takes privileges, which no dump of a schema shows',
};

/** SET, SELECT, ANALYZE and the like; null for statements that may change the schema. */
export function sessionStatement(statement: MysqlStatement): OperationBody | null {
  const word = statement.tokens[0]?.text.toUpperCase() ?? '';
  const purpose = own(PURPOSES, word) ?? purposeOfTwo(statement.read());
  if (purpose) return { kind: 'runSql', text: statement.text, purpose };
  const reads = ['SELECT', 'WITH', 'VALUES', 'TABLE', '('].includes(word);
  return reads ? { kind: 'runSql', text: statement.text, purpose: 'reads rows' } : null;
}

const KEYS = 'switches the upkeep of keys off or on while rows are loaded';

function switchesKeys(reader: TokenReader): boolean {
  return (
    reader.name() !== null && (reader.take('DISABLE', 'KEYS') || reader.take('ENABLE', 'KEYS'))
  );
}

function purposeOfTwo(reader: TokenReader): string | null {
  const verb = reader.takeOne('CREATE', 'DROP', 'ALTER', 'RENAME');
  if (verb === null) return null;
  if (verb === 'ALTER' && reader.take('TABLE')) return switchesKeys(reader) ? KEYS : null;
  if (verb === 'CREATE') reader.take('OR', 'REPLACE');
  const noun = reader.takeOne('DATABASE', 'SCHEMA', 'USER', 'ROLE');
  if (noun === 'USER' || noun === 'ROLE')
    return 'is about accounts, which no dump of a schema shows';
  return noun === null
    ? null
    : 'is about the database as a whole, which a dump of its schema does not hold';
}
