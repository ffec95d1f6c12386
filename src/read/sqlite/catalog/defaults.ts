import { literalForm, literalFromSql } from '../../../dialect/sqlite/defaults.ts';
import type { ColumnDefault } from '../../../model/schema.ts';
import type { SqliteValue } from '../../../sqlite/database.ts';

const STRING = /^'(?:[^']|'')*'$/;
/** SQLite takes a name that no column can have here for a string. */
const QUOTED = /^"(?:[^"]|"")*"$/;
const NUMBER = /^[+-]?\s*(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * A default as `pragma_table_xinfo` gives it: the SQL behind DEFAULT, without the parentheses of an
 * expression.
 */
export function defaultOfCatalog(value: SqliteValue, type: string): ColumnDefault | null {
  if (typeof value !== 'string') return null;
  const sql = value.trim();
  if (/^null$/i.test(sql)) return null;
  if (STRING.test(sql)) return literal(unquoted(sql, "'"), type);
  if (QUOTED.test(sql)) return literal(unquoted(sql, '"'), type);
  if (NUMBER.test(sql)) return literal(sql.replace(/^\+\s*|\s+/g, ''), type);
  // SQLite 3.23 reads TRUE and FALSE as 1 and 0.
  if (/^(?:true|false)$/i.test(sql) && literalForm(type).kind === 'boolean') {
    return { kind: 'literal', value: /^true$/i.test(sql) };
  }
  return { kind: 'expression', sql };
}

function literal(text: string, type: string): ColumnDefault {
  return { kind: 'literal', value: literalFromSql(text, type) };
}

function unquoted(sql: string, quote: string): string {
  return sql.slice(1, -1).replaceAll(quote + quote, quote);
}
