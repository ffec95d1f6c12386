import type { OperationBody } from '../../../model/operation.ts';
import type { Table } from '../../../model/schema.ts';
import { readTableOptions, showTableOptions } from './mysql-table-options.ts';
import { joinTokens, type SqlReader } from './reader.ts';

/** Words that begin an option of the table, which the columns do not follow. */
const WORDS = [
  ...['ENGINE', 'ROW_FORMAT', 'KEY_BLOCK_SIZE', 'AUTO_INCREMENT', 'STATS_PERSISTENT'],
  ...['STATS_AUTO_RECALC', 'STATS_SAMPLE_PAGES', 'CHECKSUM', 'DELAY_KEY_WRITE', 'MIN_ROWS'],
  ...['MAX_ROWS', 'AVG_ROW_LENGTH', 'PACK_KEYS'],
];

/**
 * `ALTER TABLE … ROW_FORMAT=DYNAMIC ENGINE=InnoDB`: undefined when the action is another one. With a
 * character set or a comment among them it is not certain: the columns keep theirs, which a dump
 * then names.
 */
export function tableOptionsAction(
  reader: SqlReader,
  table: Table,
): readonly OperationBody[] | null | undefined {
  const word = WORDS.find((name) => reader.take(name));
  if (word === undefined) return undefined;
  const given = readTableOptions(`${word} ${joinTokens(reader.rest())}`);
  if (given === null || ['CHARSET', 'COLLATE', 'COMMENT'].some((name) => given.has(name))) {
    return null;
  }
  const before = readTableOptions(table.options ?? '');
  if (before === null) return null;
  const shown = showTableOptions(new Map([...before, ...given]));
  const options = isPlain(shown, table) ? null : shown;
  return options === table.options ? [] : [{ kind: 'setTableOptions', table: table.name, options }];
}

/** Since Rails 6.1 `ENGINE=InnoDB` by itself is not dumped. */
function isPlain(shown: string, { charset, options }: Table): boolean {
  return (charset !== null || options === null) && shown === 'ENGINE=InnoDB';
}
