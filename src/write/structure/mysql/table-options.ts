import type { Table } from '../../../model/schema.ts';
import { shownString } from './strings.ts';

/** What stands behind the closing parenthesis of a table, taken apart. */
export interface ShownOptions {
  readonly engine: string;
  readonly charset: string | null;
  readonly collation: string | null;
  /** By their words, with values as written. */
  readonly others: ReadonlyMap<string, string>;
  readonly comment: string | null;
  /** `PARTITION BY …` to the end; null when the table has no partitions. */
  readonly partition: string | null;
}

/** In the order in which SHOW CREATE TABLE gives them; others follow as they are. */
const ORDER = [
  ...['MIN_ROWS', 'MAX_ROWS', 'AVG_ROW_LENGTH', 'PACK_KEYS'],
  ...['STATS_PERSISTENT', 'STATS_AUTO_RECALC', 'STATS_SAMPLE_PAGES', 'CHECKSUM'],
  ...['PAGE_CHECKSUM', 'DELAY_KEY_WRITE', 'ROW_FORMAT', 'TRANSACTIONAL', 'KEY_BLOCK_SIZE'],
];

const OPTION =
  /(?:DEFAULT\s+)?(CHARACTER\s+SET|[A-Z_]+)\s*=?\s*('(?:[^'\\]|''|\\[\s\S])*'|[^\s,]+)/giy;

/** The options of a table, be they fields of their own or words of `options`. */
export function optionsOf({ charset, collation, comment, options }: Table): ShownOptions {
  const [given = '', partition = null] = (options ?? '').split(/(?=\bPARTITION\s+BY\b)/i);
  const words = wordsOf(given);
  const take = (name: string): string | null => {
    const value = words.get(name) ?? null;
    words.delete(name);
    return value;
  };
  const said = { engine: take('ENGINE'), charset: take('CHARSET'), collation: take('COLLATE') };
  const written = take('COMMENT');
  return {
    engine: said.engine ?? 'InnoDB',
    charset: charset ?? said.charset,
    collation: collation ?? said.collation,
    others: words,
    comment: comment === null || comment === '' ? written : shownString(comment),
    partition: partition?.trim() ?? null,
  };
}

function wordsOf(options: string): Map<string, string> {
  const words = new Map<string, string>();
  for (const [, word = '', value = ''] of options.matchAll(new RegExp(OPTION.source, 'gi'))) {
    const name = word.toUpperCase().replace(/\s+/g, ' ');
    words.set(name === 'CHARACTER SET' ? 'CHARSET' : name, value);
  }
  words.delete('AUTO_INCREMENT');
  return words;
}

/**
 * `) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`, as SHOW CREATE TABLE prints it.
 *
 * @param given - the tail that the table has in the file: its counter and the form of its
 *   partitions, which the server prints in a way of its own, stay. Null for a new table.
 */
export function tableTail(table: Table, given: string | null): string {
  const { engine, charset, collation, others, comment, partition } = optionsOf(table);
  const counts = table.columns.some(({ autoIncrement }) => autoIncrement !== null);
  const counter = counts ? / AUTO_INCREMENT=\d+/.exec(given ?? '')?.[0] : undefined;
  return [
    `) ENGINE=${engine}`,
    counter ?? '',
    charset === null ? '' : ` DEFAULT CHARSET=${charset}`,
    collation === null ? '' : ` COLLATE=${collation}`,
    ...inOrder(others).map(([name, value]) => ` ${name}=${value}`),
    comment === null ? '' : ` COMMENT=${comment}`,
    partition === null ? '' : partitionClause(partition, given),
  ].join('');
}

function inOrder(others: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  const known = ORDER.flatMap((name) => {
    const value = others.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return [...known, ...[...others].filter(([name]) => !ORDER.includes(name))];
}

/** MySQL prints partitions in a comment of its version, which the tail in the file shows. */
function partitionClause(partition: string, given: string | null): string {
  const shown = /\s*(?:\/\*!\d+ )?PARTITION BY[\s\S]*$/i.exec(given ?? '')?.[0];
  return shown ?? `\n/*!50100 ${partition} */`;
}
