import { findTable } from '../../../model/schema.ts';
import { NotTold, told } from '../not-told.ts';
import type { MysqlScope } from '../scope.ts';
import { readParts, readUsing } from '../stated/key.ts';
import { modelIndex } from '../tables/keys.ts';
import type { TokenReader } from '../tokens/token-reader.ts';
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
  passHow(reader);
  if (!reader.done) throw new NotTold('more follows the index');
  if (!findTable(scope.schema, table)) throw new NotTold(`there is no table ${table}`);
  const add: Told = {
    kind: 'addIndex',
    table,
    index: modelIndex(key, name),
    ifNotExists,
    concurrently: false,
  };
  if (!replace) return [add];
  return [{ kind: 'dropIndex', table, index: name, ifExists: true, concurrently: false }, add];
}

const KINDS = { UNIQUE: 'unique', FULLTEXT: 'fulltext', SPATIAL: 'spatial' } as const;

/** Passes over ALGORITHM, LOCK and WAIT: how the server goes about it, which no dump shows. */
export function passHow(reader: TokenReader): void {
  for (;;) {
    if (reader.takeOne('ALGORITHM', 'LOCK', 'WAIT') === null) {
      if (!reader.take('NOWAIT')) return;
    } else {
      reader.take('=');
      reader.any();
    }
  }
}
