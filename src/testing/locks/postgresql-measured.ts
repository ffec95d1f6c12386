import { readFileSync } from 'node:fs';
import further from './postgresql-further.json' with { type: 'json' };
import rows from './postgresql-measured.json' with { type: 'json' };

/** What a statement did on a server, or why the server refused it. */
export type Measurement =
  | {
      /** The strongest mode on each table and view, `AccessExclusive`; ACCESS SHARE is left out. */
      readonly locks: Readonly<Record<string, string>>;
      /** Tables with another file than before (`pg_class.relfilenode`). */
      readonly rewritten: readonly string[];
      /** Tables whose rows were read from first to last (`seq_scan` of `pg_stat_xact_user_tables`). */
      readonly scanned: readonly string[];
    }
  | { readonly error: string };

export interface MeasuredStatement {
  readonly sql: string;
  /** SQL that ran and was committed before it. */
  readonly prepare: string | null;
  readonly timeZone: string;
  /** On PostgreSQL 15.18. */
  readonly postgresql15: Measurement;
  /** On PostgreSQL 18.6. */
  readonly postgresql18: Measurement;
}

/** Statements that ran in one transaction each, over the schema of {@link MEASURED_SETUP}. */
export const MEASURED_STATEMENTS: readonly MeasuredStatement[] = rows.map((row) => ({
  sql: row.sql,
  prepare: row.prepare ?? null,
  timeZone: row.timeZone ?? 'UTC',
  postgresql15: measurement(row.postgresql15),
  postgresql18: measurement(row.postgresql18),
}));

/** Statements on partitions, children, lists and further types, over some more tables. */
export const FURTHER_STATEMENTS: readonly MeasuredStatement[] = further.map((row) => ({
  sql: row.sql,
  prepare: readFileSync(new URL('./postgresql-further-setup.sql', import.meta.url), 'utf8'),
  timeZone: 'UTC',
  postgresql15: measurement(row.postgresql15),
  postgresql18: measurement(row.postgresql18),
}));

interface Row {
  readonly error?: string;
  readonly locks?: Readonly<Record<string, string | undefined>>;
  readonly rewritten?: readonly string[];
  readonly scanned?: readonly string[];
}

function measurement({ error, locks = {}, rewritten = [], scanned = [] }: Row): Measurement {
  if (error !== undefined) return { error };
  const named = Object.entries(locks).flatMap(([table, mode]) =>
    mode === undefined ? [] : [[table, mode] as const],
  );
  return { locks: Object.fromEntries(named), rewritten, scanned };
}

/** The tables, with rows. */
export const MEASURED_SETUP = readFileSync(
  new URL('./postgresql-setup.sql', import.meta.url),
  'utf8',
);
