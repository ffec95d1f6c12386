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

/** A literal default of that type as the dumper gets it back. */
export function dumpedText(text: string, type: string, form: SchemaForm): string {
  if (!/^interval\b/.test(type) || !hasIsoIntervals(form)) return text;
  return isoInterval(text) ?? text;
}

function hasIsoIntervals({ dialect, rails }: SchemaForm): boolean {
  return dialect.engine === 'postgresql' && railsAtLeast(rails, 6, 1);
}
