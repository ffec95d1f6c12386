import { isoInterval } from '../../../dialect/postgresql/intervals.ts';
import { railsAtLeast } from '../../../model/engine.ts';
import type { SchemaForm } from './form.ts';

const INTERVAL = /'([^']*)'(?=::interval\b)/g;

/**
 * SQL as the dumper gets it back: since Rails 6.1 its connections to PostgreSQL print intervals in
 * the style `iso_8601` (`SET intervalstyle`, postgresql_adapter.rb).
 */
export function dumpedSql(sql: string, form: SchemaForm): string {
  if (!hasIsoIntervals(form)) return sql;
  return sql.replace(INTERVAL, (whole, text: string) => {
    const iso = isoInterval(text);
    return iso === null ? whole : `'${iso}'`;
  });
}

/** What Active Record takes for a default that a function computes (`has_default_function?`, 5.2 to 8.1). */
const COMPUTED = /\w+\(.*\)|\(.*\)::\w+|CURRENT_DATE|CURRENT_TIMESTAMP/;

/**
 * Whether the dumper writes a computed default at all. On PostgreSQL it knows a function by its
 * parentheses, and leaves out what has none: `(1 + 2)`, `CURRENT_USER`, `ARRAY[]::text[]`.
 */
export function dumpsComputed(sql: string, { dialect, rails }: SchemaForm): boolean {
  // Up to 6.1 SQLite's adapter takes it for a value, which no number or time is made of.
  if (dialect.engine === 'sqlite') return railsAtLeast(rails, 7, 0);
  return dialect.engine !== 'postgresql' || COMPUTED.test(sql);
}

/** A literal default of that type as the dumper gets it back. */
export function dumpedText(text: string, type: string, form: SchemaForm): string {
  if (!/^interval\b/.test(type) || !hasIsoIntervals(form)) return text;
  return isoInterval(text) ?? text;
}

function hasIsoIntervals({ dialect, rails }: SchemaForm): boolean {
  return dialect.engine === 'postgresql' && railsAtLeast(rails, 6, 1);
}
