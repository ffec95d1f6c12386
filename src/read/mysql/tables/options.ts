import type { Table } from '../../../model/schema.ts';
import type { MysqlScope } from '../scope.ts';
import type { StatedOptions } from '../stated/stated.ts';
import { stringContent } from '../tokens/string-content.ts';

/** In the order in which SHOW CREATE TABLE gives them; what is not among them comes behind. */
const ORDER: readonly string[] = [
  ...['ENGINE', 'MIN_ROWS', 'MAX_ROWS', 'AVG_ROW_LENGTH', 'PACK_KEYS'],
  ...['STATS_PERSISTENT', 'STATS_AUTO_RECALC', 'STATS_SAMPLE_PAGES', 'CHECKSUM', 'PAGE_CHECKSUM'],
  ...['DELAY_KEY_WRITE', 'ROW_FORMAT', 'TRANSACTIONAL', 'KEY_BLOCK_SIZE', 'COMPRESSION'],
  ...['ENCRYPTION', 'CONNECTION', 'DATA DIRECTORY', 'INDEX DIRECTORY', 'INSERT_METHOD', 'UNION'],
];

/** As the engines call themselves. */
const ENGINES: ReadonlyMap<string, string> = new Map(
  ['InnoDB', 'MyISAM', 'MEMORY', 'ARCHIVE', 'CSV', 'Aria', 'BLACKHOLE', 'FEDERATED'].map((name) => [
    name.toLowerCase(),
    name,
  ]),
);

/** Options that have a field of their own, and the counter, which is no part of the schema. */
const FIELDS = new Set(['CHARSET', 'COLLATE', 'COMMENT', 'AUTO_INCREMENT']);

/** Values that are the default, which SHOW CREATE TABLE leaves out. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ['ROW_FORMAT', 'DEFAULT'],
  ['KEY_BLOCK_SIZE', '0'],
  ['ENCRYPTION', "'N'"],
]);

/** The table's options as the model has them. */
export type ModelOptions = Pick<Table, 'options' | 'charset' | 'collation' | 'comment'>;

export function modelOptions(stated: StatedOptions, scope: MysqlScope): ModelOptions {
  const comment = stated.get('COMMENT');
  const content = comment === undefined ? null : stringContent(comment);
  const shown = showOptions(stated);
  return {
    ...charsetOf(stated, scope),
    comment: content === '' ? null : content,
    options: shown === 'ENGINE=InnoDB' ? null : shown,
  };
}

/** What SHOW CREATE TABLE says of them: the engine always, and nothing of a default. */
export function showOptions(stated: StatedOptions): string {
  const shown = new Map([['ENGINE', 'InnoDB'], ...spelledOptions(stated)]);
  const known = ORDER.filter((name) => shown.has(name));
  const others = [...shown.keys()].filter((name) => !ORDER.includes(name));
  return [...known, ...others].map((name) => optionText(name, shown.get(name) ?? '')).join(' ');
}

function spelledOptions(stated: StatedOptions): readonly (readonly [string, string])[] {
  return [...stated].flatMap(([name, value]): readonly (readonly [string, string])[] => {
    const written = spelled(name, value);
    return FIELDS.has(name) || PLAIN.get(name) === written ? [] : [[name, written]];
  });
}

function spelled(name: string, value: string): string {
  if (name === 'ENGINE' || name === 'TYPE') {
    const engine = value.startsWith("'") ? stringContent(value) : value;
    return ENGINES.get(engine.toLowerCase()) ?? engine;
  }
  return name === 'ROW_FORMAT' || name === 'ENCRYPTION' ? value.toUpperCase() : value;
}

function optionText(name: string, value: string): string {
  if (name === 'PARTITION') return value;
  return value === '' ? name : `${name}=${value}`;
}

function charsetOf(
  stated: StatedOptions,
  { charsets }: MysqlScope,
): Pick<Table, 'charset' | 'collation'> {
  const collation = nameOf(stated.get('COLLATE'));
  // A collation belongs to the character set that it is named after.
  const charset = nameOf(stated.get('CHARSET')) ?? /^[a-z0-9]+/.exec(collation ?? '')?.[0] ?? null;
  if (charsets === null) return { charset, collation };
  if (charset !== null) return charsets.shown(charset, collation);
  const defaults = charsets.tableDefaults();
  return defaults.charset === null
    ? { charset: null, collation: defaults.collation }
    : charsets.shown(defaults.charset, defaults.collation);
}

function nameOf(value: string | undefined): string | null {
  if (value === undefined) return null;
  return (
    value.startsWith("'") || value.startsWith('"') ? stringContent(value) : value
  ).toLowerCase();
}
