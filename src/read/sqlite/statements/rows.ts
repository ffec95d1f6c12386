import type { OperationBody, OperationOf } from '../../../model/operation.ts';
import { own } from '../../../model/own.ts';
import type { TokenReader } from '../catalog/token-reader.ts';

type Rows = Pick<OperationOf<'changeRows'>, 'table' | 'verb' | 'scope'>;

/** INSERT, UPDATE and DELETE, also behind WITH; null for other statements. */
export function rowsOf(reader: TokenReader): Rows | null {
  if (reader.take('WITH')) passCommonTables(reader);
  if (reader.takeOne('INSERT', 'REPLACE')) {
    while (!reader.done && !reader.take('INTO')) reader.skip();
    return { table: reader.qualifiedName(), verb: 'insert', scope: 'part' };
  }
  if (reader.take('UPDATE')) {
    if (reader.take('OR')) reader.skip();
    return { table: reader.qualifiedName(), verb: 'update', scope: scopeOf(reader) };
  }
  if (!reader.take('DELETE', 'FROM')) return null;
  return { table: reader.qualifiedName(), verb: 'delete', scope: scopeOf(reader) };
}

/** Passes over the queries of WITH: names, column lists and bodies in parentheses. */
function passCommonTables(reader: TokenReader): void {
  while (!reader.done && !ROW_VERBS.has(reader.next)) {
    if (reader.group() === null) reader.skip();
  }
}

const ROW_VERBS = new Set(['INSERT', 'REPLACE', 'UPDATE', 'DELETE']);

function scopeOf(reader: TokenReader): Rows['scope'] {
  while (!reader.done) {
    if (reader.takeOne('WHERE', 'LIMIT', 'FROM')) return 'part';
    if (reader.group() === null) reader.skip();
  }
  return 'whole';
}

/** What statements that leave the schema alone are for, by their first word. */
const PURPOSES: { readonly [word: string]: string } = {
  ANALYZE: 'gathers statistics',
  ATTACH: 'attaches another database',
  BEGIN: 'begins a transaction',
  COMMIT: 'ends the transaction',
  DETACH: 'detaches another database',
  END: 'ends the transaction',
  EXPLAIN: 'shows a query plan',
  PRAGMA: 'sets a parameter of the session',
  REINDEX: 'rebuilds an index',
  RELEASE: 'forgets a point in the transaction',
  ROLLBACK: 'ends the transaction',
  SAVEPOINT: 'marks a point in the transaction',
  SELECT: 'reads rows',
  VACUUM: 'reclaims space',
  VALUES: 'reads rows',
  WITH: 'reads rows',
};

/** A statement that changes neither schema nor rows; null for one that may. */
export function sessionOf(text: string, firstWord: string): OperationBody | null {
  const purpose = own(PURPOSES, firstWord);
  return purpose === undefined ? null : { kind: 'runSql', text, purpose };
}
