import { NotTold } from '../../not-told.ts';
import { readOption } from '../../stated/options.ts';
import { optionBodies } from '../../tables/set-options.ts';
import type { TokenReader } from '../../tokens/token-reader.ts';
import type { Action } from './action.ts';

/** An option of the table: `ENGINE=InnoDB`, `COMMENT='…'`, `PARTITION BY …`, `REMOVE PARTITIONING`. */
export function readTableOptions(reader: TokenReader): Action {
  const options = new Map<string, string>();
  if (reader.take('REMOVE', 'PARTITIONING')) options.set('PARTITION', '');
  else {
    const isKnown = !WORDS.some((word) => reader.sees(word));
    if (!isKnown) throw new NotTold('it changes partitions');
    readOption(reader, options);
  }
  // A collation belongs to the character set that stands in front of it.
  if (options.has('CHARSET') && (reader.sees('COLLATE') || reader.sees('DEFAULT', 'COLLATE'))) {
    readOption(reader, options);
  }
  return { phase: 'change', bodies: (table, scope) => optionBodies(table, options, scope) };
}

/** What is done to partitions, which change with each of them. */
const WORDS = [
  ...['COALESCE', 'REORGANIZE', 'EXCHANGE', 'TRUNCATE', 'ANALYZE', 'CHECK', 'OPTIMIZE'],
  ...['REBUILD', 'REPAIR', 'DISCARD', 'IMPORT', 'UPGRADE'],
];
