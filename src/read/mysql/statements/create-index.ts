import { findTable } from '../../../model/schema.ts';
import { NotTold, told } from '../not-told.ts';
import type { MysqlScope } from '../scope.ts';
import { readParts, readUsing } from '../stated/key.ts';
import { modelIndex } from '../tables/keys.ts';
import type { TokenReader } from '../tokens/token-reader.ts';
import { OnlineWords } from './online.ts';
import type { Bodies, Told } from './statement.ts';

/** `CREATE [UNIQUE|FULLTEXT|SPATIAL] INDEX name ON table (…)`, read from behind CREATE. */
export function createIndex(reader: TokenReader, replace: boolean, scope: MysqlScope): Bodies {
  reader.takeOne('ONLINE', 'OFFLINE');
  const special = reader.takeOne('UNIQUE', 'FULLTEXT', 'SPATIAL');
  if (!reader.take('INDEX')) throw new NotTold('it makes no index');
  const ifNotExists = reader.take('IF', 'NOT', 'EXISTS');
  const name = told(reader.identifier(), 'name of the index');
  const using = readUsing(reader);
  if (!reader.take('ON')) throw new NotTold('the index is on no table');
  const table = told(reader.name(), 'table of the index');
  const kind = special === null ? 'index' : KINDS[special];
  const key = readParts(reader, { kind, name, using });
  const { mark } = readHow(reader);
  if (!reader.done) throw new NotTold('more follows the index');
  if (!findTable(scope.schema, table)) throw new NotTold(`there is no table ${table}`);
  const add: Told = {
    kind: 'addIndex',
    table,
    index: modelIndex(key, name),
    ifNotExists,
    concurrently: false,
    ...mark,
  };
  if (!replace) return [add];
  return [{ kind: 'dropIndex', table, index: name, ifExists: true, concurrently: false }, add];
}

const KINDS = { UNIQUE: 'unique', FULLTEXT: 'fulltext', SPATIAL: 'spatial' } as const;

/** Reads ALGORITHM and LOCK, and passes over WAIT and NOWAIT: how the server goes about it. */
export function readHow(reader: TokenReader, words: OnlineWords = new OnlineWords()): OnlineWords {
  while (words.take(reader) || reader.take('NOWAIT') || reader.take('WAIT')) {
    if (reader.next?.kind === 'number') reader.any();
  }
  return words;
}
