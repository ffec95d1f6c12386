import { NotTold } from '../../not-told.ts';
import { readOption } from '../../stated/options.ts';
import type { StatedOptions } from '../../stated/stated.ts';
import { optionBodies } from '../../tables/set-options.ts';
import type { TokenReader } from '../../tokens/token-reader.ts';
import type { Action } from './action.ts';

/** Reads one option of the table: `ENGINE=InnoDB`, `COMMENT='…'`, `PARTITION BY …`, `REMOVE PARTITIONING`. */
export function readTableOption(reader: TokenReader, options: Map<string, string>): void {
  if (reader.take('REMOVE', 'PARTITIONING')) options.set('PARTITION', '');
  else if (WORDS.some((word) => reader.sees(word))) throw new NotTold('it changes partitions');
  else readOption(reader, options);
}

/** The action of all options that a statement gives, wherever among its actions they stand. */
export function optionsAction(options: StatedOptions): Action {
  return { phase: 'change', bodies: (table, scope) => optionBodies(table, options, scope) };
}

/** What is done to partitions, which change with each of them. */
const WORDS = [
  ...['COALESCE', 'REORGANIZE', 'EXCHANGE', 'TRUNCATE', 'ANALYZE', 'CHECK', 'OPTIMIZE'],
  ...['REBUILD', 'REPAIR', 'DISCARD', 'IMPORT', 'UPGRADE'],
];
