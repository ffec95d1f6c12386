import type { ServerName } from './server.ts';

/**
 * What a production database says of itself, as `migdocs survey` writes it: figures of its catalog,
 * and counts of the columns that someone asked for. It never holds a value of a row.
 */
export interface Survey {
  /** Version of this form. */
  readonly format: 1;
  readonly server: {
    readonly name: ServerName;
    /** As the server prints it: `16.4 (Debian 16.4-1.pgdg120+1)`, `8.0.36`. */
    readonly version: string;
  };
  /** When the figures were taken, by the server's clock, in UTC: `2026-11-20T08:15:00Z`. */
  readonly takenAt: string;
  /** Settings that decide what a migration does: `lock_timeout`, `sql_mode`. Sorted by name. */
  readonly settings: readonly SurveyedSetting[];
  /** Sorted by name; one of the default schema without its prefix, as everywhere in migdocs. */
  readonly tables: readonly SurveyedTable[];
  /** Counts that were asked for, sorted by table and column. */
  readonly columns: readonly SurveyedColumn[];
  /** Since when `writes` and `scans` are counted, in UTC; null when the server does not say. */
  readonly countedSince: string | null;
  readonly activity: SurveyedActivity;
}

/** What goes on beside a migration. Null where the account may not see it or the server has no such thing. */
export interface SurveyedActivity {
  /** Transactions that were open for more than a minute: a migration queues behind their locks. */
  readonly longTransactions: number | null;
  /** Publications of logical replication (PostgreSQL), which send rows and no DDL. */
  readonly publications: number | null;
  /** Slots that logical decoding reads from, as change data capture does (PostgreSQL). */
  readonly logicalSlots: number | null;
  /** Servers that stream from this one. */
  readonly replicas: number | null;
}

export interface SurveyedSetting {
  readonly name: string;
  /**
   * As a session of the account starts with it, or the server's own. PostgreSQL's carries the unit
   * that it is kept in: `5000ms`, `65536kB`; `0` is without one.
   */
  readonly value: string;
}

export interface SurveyedTable {
  readonly name: string;
  /** Null when the server has no figure, as PostgreSQL before the first ANALYZE. */
  readonly rows: number | null;
  /**
   * `estimated` from statistics; `counted` row by row, as for a table of which a column was counted
   * and for all tables of SQLite.
   */
  readonly rowsAre: 'estimated' | 'counted';
  /** The table without its indexes; null when the server does not say. */
  readonly bytes: number | null;
  readonly indexBytes: number | null;
  /** Rows that were deleted or replaced and still take room (PostgreSQL); null elsewhere. */
  readonly deadRows: number | null;
  /** Rows inserted, updated and deleted since the statistics were reset; null when unknown. */
  readonly writes: number | null;
  /** When statistics were last made, in UTC; null for never or unknown. */
  readonly analyzedAt: string | null;
  readonly indexes: readonly SurveyedIndex[];
}

export interface SurveyedIndex {
  readonly name: string;
  readonly bytes: number | null;
  /**
   * How often it was read since the statistics were reset: scans in PostgreSQL, rows that were read
   * through it in MySQL and MariaDB. Null when unknown.
   */
  readonly scans: number | null;
  /** False for what a failed CREATE INDEX CONCURRENTLY left behind. */
  readonly valid: boolean;
}

/** Counts of one column. A count that was not asked for is left out. */
export interface SurveyedColumn {
  readonly table: string;
  readonly column: string;
  readonly rows: number;
  readonly nulls?: number;
  readonly distinct?: number;
  /** Characters of the longest value as text, bytes of a binary one; null for no value. */
  readonly longest?: number | null;
  /** Rows whose value matches a pattern, by the pattern as it was asked. */
  readonly matching?: readonly { readonly pattern: string; readonly rows: number }[];
}

/** The table's figures; null when the survey does not hold it. */
export function surveyedTable(survey: Survey | null, name: string): SurveyedTable | null {
  return survey?.tables.find((table) => table.name === name) ?? null;
}

/** The column's counts; null when nobody asked for them. */
export function surveyedColumn(
  survey: Survey | null,
  table: string,
  column: string,
): SurveyedColumn | null {
  return survey?.columns.find((each) => each.table === table && each.column === column) ?? null;
}
