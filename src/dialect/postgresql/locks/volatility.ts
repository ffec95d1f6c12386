/**
 * Functions that PostgreSQL declares IMMUTABLE or STABLE (`pg_proc.provolatile`), as far as they
 * appear in column defaults: their value is computed once for all rows that are already there.
 */
const STEADY_FUNCTIONS = new Set([
  'now',
  'transaction_timestamp',
  'statement_timestamp',
  'current_setting',
  'current_database',
  'current_schema',
  'date_trunc',
  'date_part',
  'extract',
  'make_interval',
  'make_date',
  'timezone',
  'to_timestamp',
  'to_char',
  'lower',
  'upper',
  'concat',
  'md5',
  'round',
  'abs',
  'jsonb_build_object',
  'jsonb_build_array',
  'json_build_object',
  'json_build_array',
  'to_jsonb',
  'array_fill',
  'decode',
  'encode',
  'int4range',
  'int8range',
  'numrange',
  'tsrange',
  'tstzrange',
  'daterange',
  'to_tsvector',
]);

/** Words that stand before a parenthesis without being functions: syntax, and types with modifiers. */
const NOT_FUNCTIONS = new Set([
  'and',
  'or',
  'not',
  'in',
  'any',
  'all',
  'case',
  'when',
  'then',
  'else',
  'cast',
  'array',
  'row',
  'coalesce',
  'nullif',
  'greatest',
  'least',
  'current_timestamp',
  'current_time',
  'localtimestamp',
  'localtime',
  'varchar',
  'varying',
  'char',
  'character',
  'numeric',
  'decimal',
  'timestamp',
  'timestamptz',
  'time',
  'interval',
  'bit',
  'varbit',
]);

/**
 * True when a default is computed anew for each row, so that ADD COLUMN writes every row.
 * A function that is not known counts as volatile, which is what CREATE FUNCTION assumes as well.
 *
 * @see {@link https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES | ALTER TABLE, Notes}
 */
export function isVolatile(expression: string): boolean {
  const code = expression.replace(/'(?:[^']|'')*'/g, "''");
  const calls = code.matchAll(/([a-z_][\w$]*)"?\s*\(/gi);
  for (const [, name = ''] of calls) {
    const word = name.toLowerCase();
    if (!STEADY_FUNCTIONS.has(word) && !NOT_FUNCTIONS.has(word)) return true;
  }
  return false;
}
