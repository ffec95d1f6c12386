import type { DatabaseServer } from '../../dialect.ts';

/** Functions that both print under the name that they are called by. */
const SAME: ReadonlySet<string> = new Set([
  ...['concat', 'concat_ws', 'coalesce', 'if', 'ifnull', 'nullif', 'left', 'right', 'replace'],
  ...['trim', 'ltrim', 'rtrim', 'char_length', 'substr', 'substring_index', 'lpad', 'rpad'],
  ...['reverse', 'repeat', 'md5', 'sha2', 'hex', 'unhex', 'crc32', 'ascii', 'field', 'elt'],
  ...['abs', 'floor', 'greatest', 'least', 'sqrt', 'sign', 'year', 'month', 'hour', 'minute'],
  ...['second', 'quarter', 'dayofmonth', 'dayofweek', 'date_format', 'to_days', 'last_day'],
  ...['json_extract', 'json_unquote', 'json_length', 'json_contains', 'json_object'],
  ...[
    'json_array',
    'json_type',
    'json_keys',
    'json_valid',
    'uuid',
    'inet_aton',
    'inet6_aton',
    'locate',
  ],
]);

interface Spelling {
  readonly mysql: string;
  readonly mariadb: string;
}

function both(name: string): Spelling {
  return { mysql: name, mariadb: name };
}

/** Functions that are printed under another name. MariaDB's measured on 10.11. */
const RENAMED: ReadonlyMap<string, Spelling> = new Map([
  ['lower', { mysql: 'lower', mariadb: 'lcase' }],
  ['lcase', { mysql: 'lower', mariadb: 'lcase' }],
  ['upper', { mysql: 'upper', mariadb: 'ucase' }],
  ['ucase', { mysql: 'upper', mariadb: 'ucase' }],
  ['length', { mysql: 'length', mariadb: 'octet_length' }],
  ['octet_length', { mysql: 'length', mariadb: 'octet_length' }],
  ['character_length', both('char_length')],
  ['substring', both('substr')],
  ['mid', both('substr')],
  ['sha', both('sha')],
  ['sha1', both('sha')],
  ['ceil', both('ceiling')],
  ['ceiling', both('ceiling')],
  ['power', both('pow')],
  ['pow', both('pow')],
  ['day', both('dayofmonth')],
]);

/** The name under which a server prints a function; null when it is not known. */
export function printedName(name: string, server: DatabaseServer): string | null {
  if (SAME.has(name)) return name;
  return RENAMED.get(name)?.[server] ?? null;
}
