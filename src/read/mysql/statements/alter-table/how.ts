import { told } from '../../not-told.ts';
import type { TokenReader } from '../../tokens/token-reader.ts';

/**
 * Passes over how the server goes about it, the order of the rows, and the files behind a table,
 * which no dump shows; false when none of them comes next.
 */
export function passHowOfTable(reader: TokenReader): boolean {
  if (reader.takeOne('ALGORITHM', 'LOCK') !== null) {
    reader.take('=');
    told(reader.any(), 'value');
    return true;
  }
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
