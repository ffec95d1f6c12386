import { told } from '../../not-told.ts';
import type { TokenReader } from '../../tokens/token-reader.ts';
import { type Action, NOTHING } from './action.ts';

/** How the server goes about it, the order of the rows, and the files behind a table: no dump shows them. */
export function readHow(reader: TokenReader): Action | null {
  if (reader.takeOne('ALGORITHM', 'LOCK') !== null) {
    reader.take('=');
    told(reader.any(), 'value');
    return NOTHING;
  }
  if (reader.take('ORDER', 'BY')) {
    reader.rest();
    return NOTHING;
  }
  return PLAIN.some((words) => reader.take(...words)) ? NOTHING : null;
}

const PLAIN: readonly (readonly string[])[] = [
  ['FORCE'],
  ['DISABLE', 'KEYS'],
  ['ENABLE', 'KEYS'],
  ['DISCARD', 'TABLESPACE'],
  ['IMPORT', 'TABLESPACE'],
  ['WITH', 'VALIDATION'],
  ['WITHOUT', 'VALIDATION'],
];
