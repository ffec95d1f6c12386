import type { TokenReader } from '../../tokens/token-reader.ts';
import type { OnlineWords } from '../online.ts';

/**
 * Reads ALGORITHM and LOCK, and passes over the order of the rows and the files behind a table, which
 * no dump shows; false when none of them comes next.
 */
export function readHowOfTable(reader: TokenReader, words: OnlineWords): boolean {
  if (words.take(reader)) return true;
  if (reader.take('ORDER', 'BY')) {
    reader.rest();
    return true;
  }
  return PLAIN.some((words) => reader.take(...words));
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
