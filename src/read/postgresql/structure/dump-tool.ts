import type { DumpTool } from '../../../model/schema-file.ts';

/** Lines that pg_dump writes from a version on, the newest first (pg_backup_archiver.c). */
const SINCE: readonly (readonly [line: RegExp, version: string])[] = [
  [/^SET transaction_timeout = 0;$/m, '17'],
  [/^SET default_table_access_method = /m, '12'],
  // pg_get_triggerdef of 11 says FUNCTION where it said PROCEDURE before.
  [/^CREATE (?:CONSTRAINT )?TRIGGER .* EXECUTE FUNCTION /m, '11'],
  [/^ {4}AS (?:integer|smallint)$/m, '10'],
  [/^SET idle_in_transaction_session_timeout = 0;$/m, '9.6'],
  [/^SET row_security = off;$/m, '9.5'],
  [/^SET lock_timeout = 0;$/m, '9.3'],
];

/** Comes with the releases of August 2025: 17.6, 16.10, 15.14, 14.19 and 13.22. */
const RESTRICT = /^\\restrict /m;

/** What wrote the file, as its comments and its first settings tell; null for a file of other making. */
export function dumpToolOf(text: string): DumpTool | null {
  const stated = /^-- Dumped by pg_dump version (\d+(?:\.\d+)*)/m.exec(text)?.[1];
  if (stated !== undefined) return { name: 'pg_dump', version: stated };
  const isDump =
    /^-- PostgreSQL database dump/m.test(text) ||
    /^-- Name: .*; Type: [A-Z ]+; Schema: /m.test(text);
  if (!isDump) return null;
  const since = SINCE.find(([line]) => line.test(text))?.[1] ?? null;
  if (!RESTRICT.test(text)) return { name: 'pg_dump', version: since };
  return { name: 'pg_dump', version: since === '17' ? '17.6' : '13.22' };
}
