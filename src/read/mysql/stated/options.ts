import { NotTold, told } from '../not-told.ts';
import { joinTokens } from '../tokens/join.ts';
import type { TokenReader } from '../tokens/token-reader.ts';
import type { StatedOptions } from './stated.ts';

/** Options of several words, by the word of SHOW CREATE TABLE. */
const NAMES: readonly (readonly [words: readonly string[], name: string])[] = [
  [['CHARACTER', 'SET'], 'CHARSET'],
  [['CHAR', 'SET'], 'CHARSET'],
  [['DATA', 'DIRECTORY'], 'DATA DIRECTORY'],
  [['INDEX', 'DIRECTORY'], 'INDEX DIRECTORY'],
];

/** What follows the definitions of a table and is no option: where its rows come from. */
const QUERY = ['AS', 'SELECT', 'WITH', 'VALUES', 'TABLE', 'IGNORE', 'REPLACE', '('] as const;

/**
 * The options behind a table's definitions, PARTITION BY as the last of them.
 *
 * @throws {NotTold} for a query behind them.
 * @see {@link https://dev.mysql.com/doc/refman/8.4/en/create-table.html | table_options}
 */
export function readOptions(reader: TokenReader): StatedOptions {
  const options = new Map<string, string>();
  while (!reader.done) {
    if (reader.take(',')) continue;
    readOption(reader, options);
  }
  return options;
}

/** Reads one option; PARTITION BY takes all that is left. @throws {NotTold} */
export function readOption(reader: TokenReader, options: Map<string, string>): void {
  if (reader.sees('PARTITION', 'BY')) {
    options.set('PARTITION', joinTokens(reader.rest()));
    return;
  }
  if (reader.take('WITH', 'SYSTEM', 'VERSIONING')) {
    options.set('WITH SYSTEM VERSIONING', '');
    return;
  }
  if (QUERY.some((word) => reader.sees(word))) {
    throw new NotTold('the table takes its columns from a query');
  }
  reader.take('DEFAULT');
  const words = NAMES.find(([several]) => reader.take(...several));
  const name = words?.[1] ?? told(reader.identifier(), 'option of the table').toUpperCase();
  reader.take('=');
  options.set(name, optionValue(reader));
}

function optionValue(reader: TokenReader): string {
  const group = reader.group();
  return group === null ? told(reader.any(), 'value of the option').text : `(${joinTokens(group)})`;
}
