import type { Engine } from '../model/engine.ts';

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
