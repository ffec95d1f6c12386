import type { Engine } from '../model/engine.ts';
import type { Server, ServerName } from '../model/server.ts';

/**
 * Key words that PostgreSQL quotes when it prints an identifier: every one that is not
 * unreserved.
 * https://www.postgresql.org/docs/17/sql-keywords-appendix.html
 */
const POSTGRESQL =
  'all analyse analyze and any array as asc asymmetric authorization between bigint binary bit ' +
  'boolean both case cast char character check coalesce collate collation column concurrently ' +
  'constraint create cross current_catalog current_date current_role current_schema current_time ' +
  'current_timestamp current_user dec decimal default deferrable desc distinct do else end except ' +
  'exists extract false fetch float for foreign freeze from full grant greatest group grouping ' +
  'having ilike in initially inner inout int integer intersect interval into is isnull join ' +
  'json json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar ' +
  'json_serialize json_table json_value lateral leading least left like limit localtime ' +
  'localtimestamp merge_action national natural nchar none normalize not notnull null nullif ' +
  'numeric offset on only or order out outer overlaps overlay placing position precision primary ' +
  'real references returning right row select session_user setof similar smallint some substring ' +
  'symmetric system_user table tablesample then time timestamp to trailing treat trim true union ' +
  'unique user using values varchar variadic verbose when where window with xmlattributes ' +
  'xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize ' +
  'xmltable';

/** Words that cannot name a column unquoted in MySQL 8.4 or SQLite expressions. */
const COMMON =
  'add all alter analyze and as asc between both by case cast check collate column condition ' +
  'constraint create cross current_date current_time current_timestamp current_user database ' +
  'default delete desc describe distinct div drop else except exists explain false for force ' +
  'foreign from fulltext function generated grant group grouping groups having if ignore in index ' +
  'inner insert intersect interval into is join key keys kill lag lead leading left like limit ' +
  'lines load lock long loop match mod natural not null of on optimize option or order outer over ' +
  'partition primary procedure range rank read references regexp release rename repeat replace ' +
  'require restrict return revoke right rlike row rows schema select separator set show signal ' +
  'spatial sql ssl starting stored system table terminated then to trailing transaction trigger ' +
  'true undo union unique unlock unsigned update usage use using values varying virtual when ' +
  'where while window with write xor zerofill';

const WORDS: { readonly [E in Engine]: ReadonlySet<string> } = {
  postgresql: new Set(POSTGRESQL.split(' ')),
  mysql: new Set(COMMON.split(' ')),
  sqlite: new Set(COMMON.split(' ')),
};

const PLAIN: { readonly [E in Engine]: RegExp } = {
  // A bare name with capitals would be folded.
  postgresql: /^[a-z_][a-z0-9_$]*$/,
  mysql: /^[a-z_][a-z0-9_$]*$/i,
  sqlite: /^[a-z_][a-z0-9_$]*$/i,
};

/** True when the name can stand in SQL without quotes and still mean itself. */
export function isPlainIdentifier(name: string, engine: Engine): boolean {
  return PLAIN[engine].test(name) && !WORDS[engine].has(name.toLowerCase());
}

/**
 * What PostgreSQL takes for no column without quotes: `pg_get_keywords()` with catcode R and T, on 18.
 * Other key words, such as `position`, need quotes only where a type or a function could stand.
 */
const POSTGRESQL_RESERVED =
  'all analyse analyze and any array as asc asymmetric authorization binary both case cast check ' +
  'collate collation column concurrently constraint create cross current_catalog current_date ' +
  'current_role current_schema current_time current_timestamp current_user default deferrable ' +
  'desc distinct do else end except false fetch for foreign freeze from full grant group having ' +
  'ilike in initially inner intersect into is isnull join lateral leading left like limit ' +
  'localtime localtimestamp natural not notnull null offset on only or order outer overlaps ' +
  'placing primary references returning right select session_user similar some symmetric ' +
  'system_user table tablesample then to trailing true union unique user using variadic verbose ' +
  'when where window with';

/** Words of {@link COMMON} that MySQL does not reserve, and those that it does and MariaDB does not. */
const MYSQL_FREE: ReadonlySet<string> = new Set(['end', 'transaction']);
const MARIADB_FREE: ReadonlySet<string> = new Set([
  ...['end', 'transaction', 'function', 'generated', 'groups', 'lag', 'lateral', 'lead', 'rank'],
  ...['row', 'stored', 'system', 'virtual', 'window'],
]);

const POSTGRESQL_RESERVED_WORDS: ReadonlySet<string> = new Set(POSTGRESQL_RESERVED.split(' '));

const RESERVED: { readonly [N in ServerName]: (word: string) => boolean } = {
  postgresql: (word) => POSTGRESQL_RESERVED_WORDS.has(word),
  mysql: (word) => WORDS.mysql.has(word) && !MYSQL_FREE.has(word),
  mariadb: (word) => WORDS.mysql.has(word) && !MARIADB_FREE.has(word),
  sqlite: (word) => WORDS.sqlite.has(word),
};

/**
 * True for a word that is an error, or something else, where a table or column is named without quotes.
 * https://dev.mysql.com/doc/refman/8.0/en/keywords.html
 * https://mariadb.com/kb/en/reserved-words/
 */
export function isReservedWord(name: string, { name: server }: Pick<Server, 'name'>): boolean {
  return RESERVED[server](name.toLowerCase());
}
