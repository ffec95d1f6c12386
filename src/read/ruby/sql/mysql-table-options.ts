/** Options of a MySQL table by the words of SHOW CREATE TABLE: `ENGINE`, `CHARSET`, `COLLATE`, `ROW_FORMAT`, … */
export type SqlTableOptions = ReadonlyMap<string, string>;

/** In the order in which SHOW CREATE TABLE gives them. */
const ORDER = [
  ...['ENGINE', 'CHARSET', 'COLLATE', 'MIN_ROWS', 'MAX_ROWS', 'AVG_ROW_LENGTH', 'PACK_KEYS'],
  ...['STATS_PERSISTENT', 'STATS_AUTO_RECALC', 'STATS_SAMPLE_PAGES', 'CHECKSUM'],
  ...['DELAY_KEY_WRITE', 'ROW_FORMAT', 'KEY_BLOCK_SIZE', 'COMMENT'],
] as const;

const NAMES = ['CHARACTER\\s+SET', 'AUTO_INCREMENT', ...ORDER].join('|');

/** `[DEFAULT] NAME [=] value`, with the comma or space after it. */
const OPTION = new RegExp(
  `\\s*(?:DEFAULT\\s+)?(${NAMES})(?:\\s*=\\s*|\\s+)('(?:[^'\\\\]|''|\\\\.)*'|\\w+)\\s*,?`,
  'iy',
);

/** As the engines call themselves. */
const ENGINES: ReadonlyMap<string, string> = new Map(
  ['InnoDB', 'MyISAM', 'MEMORY', 'ARCHIVE', 'CSV', 'Aria'].map((name) => [
    name.toLowerCase(),
    name,
  ]),
);

/**
 * Reads what `options:` of `create_table` holds, and ALTER TABLE; null when a part of it is none of
 * the options of a dump, such as PARTITION BY. The counter of AUTO_INCREMENT is left out, as the
 * dumper does.
 */
export function readTableOptions(sql: string): SqlTableOptions | null {
  const options = new Map<string, string>();
  OPTION.lastIndex = 0;
  while (OPTION.lastIndex < sql.trimEnd().length) {
    const match = OPTION.exec(sql);
    if (!match) return null;
    const [, word = '', value = ''] = match;
    const name = /^CHARACTER/i.test(word) ? 'CHARSET' : word.toUpperCase();
    if (name !== 'AUTO_INCREMENT') options.set(name, spelled(name, value));
  }
  return options;
}

function spelled(name: string, value: string): string {
  if (name === 'ENGINE') return ENGINES.get(value.toLowerCase()) ?? value;
  if (name === 'ROW_FORMAT') return value.toUpperCase();
  return name === 'CHARSET' || name === 'COLLATE' ? value.toLowerCase() : value;
}

/** What SHOW CREATE TABLE says of them: the engine always, and nothing of a default. */
export function showTableOptions(options: SqlTableOptions): string {
  const shown = new Map([['ENGINE', 'InnoDB'], ...options]);
  if (shown.get('ROW_FORMAT') === 'DEFAULT') shown.delete('ROW_FORMAT');
  if (shown.get('KEY_BLOCK_SIZE') === '0') shown.delete('KEY_BLOCK_SIZE');
  return ORDER.flatMap((name) => {
    const value = shown.get(name);
    if (value === undefined) return [];
    return [`${name === 'CHARSET' ? 'DEFAULT CHARSET' : name}=${value}`];
  }).join(' ');
}
