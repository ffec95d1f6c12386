import type { Table } from '../../../model/schema.ts';
import type { MysqlScope } from '../scope.ts';
import type { StatedOptions } from '../stated/stated.ts';
import { stringContent } from '../tokens/string-content.ts';

/** In the order in which SHOW CREATE TABLE gives them; what is not among them comes behind. */
const ORDER: readonly string[] = [
  ...['ENGINE', 'CHARSET', 'COLLATE', 'MIN_ROWS', 'MAX_ROWS', 'AVG_ROW_LENGTH', 'PACK_KEYS'],
  ...['STATS_PERSISTENT', 'STATS_AUTO_RECALC', 'STATS_SAMPLE_PAGES', 'CHECKSUM', 'PAGE_CHECKSUM'],
  ...['DELAY_KEY_WRITE', 'ROW_FORMAT', 'TRANSACTIONAL', 'KEY_BLOCK_SIZE', 'COMPRESSION'],
  ...[
    'ENCRYPTION',
    'COMMENT',
    'CONNECTION',
    'DATA DIRECTORY',
    'INDEX DIRECTORY',
    'INSERT_METHOD',
    'UNION',
  ],
];

/** True for an option that SHOW CREATE TABLE has a word for, and for the counter, which it shows too. */
export function isDumpedOption(name: string): boolean {
  return ORDER.includes(name) || name === 'AUTO_INCREMENT';
}

/** As the engines call themselves. */
const ENGINES: ReadonlyMap<string, string> = new Map(
  ['InnoDB', 'MyISAM', 'MEMORY', 'ARCHIVE', 'CSV', 'Aria', 'BLACKHOLE', 'FEDERATED'].map((name) => [
    name.toLowerCase(),
    name,
  ]),
);

/** Options that the model has a field for. */
const FIELDS = new Set(['CHARSET', 'COLLATE', 'COMMENT']);

/** Values that are the default, which SHOW CREATE TABLE leaves out. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ['ROW_FORMAT', 'DEFAULT'],
  ['KEY_BLOCK_SIZE', '0'],
  ['ENCRYPTION', "'N'"],
]);

/** The options without those that the model has a field for. */
export function withoutFields(stated: StatedOptions): StatedOptions {
  return new Map([...stated].filter(([name]) => !FIELDS.has(name)));
}

/** The table's options as the model has them. */
export type ModelOptions = Pick<Table, 'options' | 'charset' | 'collation' | 'comment'>;

export function modelOptions(stated: StatedOptions, scope: MysqlScope): ModelOptions {
  const comment = stated.get('COMMENT');
  const content = comment === undefined ? null : stringContent(comment);
  const shown = showOptions(withoutFields(stated));
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
    // The counter is no part of the schema, and Rails takes it out.
    return name === 'AUTO_INCREMENT' || PLAIN.get(name) === written ? [] : [[name, written]];
  });
}

function spelled(name: string, value: string): string {
  if (name === 'ENGINE' || name === 'TYPE') {
    const engine = value.startsWith("'") ? stringContent(value) : value;
    return ENGINES.get(engine.toLowerCase()) ?? engine;
  }
  if (name === 'CHARSET' || name === 'COLLATE') return nameOf(value);
  return name === 'ROW_FORMAT' || name === 'ENCRYPTION' ? value.toUpperCase() : value;
}

function optionText(name: string, value: string): string {
  if (name === 'PARTITION') return value;
  if (name === 'CHARSET') return `DEFAULT CHARSET=${value}`;
  return value === '' ? name : `${name}=${value}`;
}

function charsetOf(
  stated: StatedOptions,
  { charsets }: MysqlScope,
): Pick<Table, 'charset' | 'collation'> {
  const collation = nameIn(stated, 'COLLATE');
  // A collation belongs to the character set that it is named after.
  const charset = nameIn(stated, 'CHARSET') ?? /^[a-z0-9]+/.exec(collation ?? '')?.[0] ?? null;
  if (charsets === null) return { charset, collation };
  if (charset !== null) return charsets.shown(charset, collation);
  const defaults = charsets.tableDefaults();
  return defaults.charset === null
    ? { charset: null, collation: defaults.collation }
    : charsets.shown(defaults.charset, defaults.collation);
}

function nameIn(stated: StatedOptions, option: string): string | null {
  const value = stated.get(option);
  return value === undefined ? null : nameOf(value);
}

/** A character set or collation, which can stand in quotes. */
function nameOf(value: string): string {
  return (/^['"]/.test(value) ? stringContent(value) : value).toLowerCase();
}
