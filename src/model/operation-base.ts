import type { Table, Trigger, View } from './schema.ts';
import type { SourceLocation } from './source.ts';

/** What every operation carries. */
export interface OperationBase {
  /** The statement that asked for it. Several operations can share one (`change_table`, `change_column`). */
  readonly source: SourceLocation;
  /** The text of a condition that could not be decided and under which it runs; null when it always runs. */
  readonly condition: string | null;
  /** True inside `safety_assured`: the author says that it was looked at. */
  readonly assured: boolean;
  /** The reason given to `safety_assured`; left out where none is. */
  readonly assuredBecause?: string;
  /**
   * What caused an operation that its author did not write but Rails sends along, such as the
   * renaming of default-named indexes after a `rename_table`; null for all others.
   */
  readonly impliedBy: string | null;
  /**
   * PostgreSQL: ONLY keeps it from the partitions and children of the table. Left out without it, and
   * for a table that has none.
   */
  readonly only?: true;
  /**
   * SQLite: the SQL that asks for it, as its author wrote it. SQLite keeps the words of statements and
   * alters tables in place where Rails copies them. Left out where Ruby asks, and on other engines.
   */
  readonly sql?: string;
  /** MySQL: ALGORITHM and LOCK as the statement names them. Left out where it names none. */
  readonly online?: {
    readonly algorithm?: 'instant' | 'nocopy' | 'inplace' | 'copy';
    readonly lock?: 'none' | 'shared' | 'exclusive';
  };
  /**
   * Sent in one ALTER TABLE with the operation before it, as SQL with several clauses and
   * `change_table` with `bulk: true` do. Left out for all others.
   */
  readonly joined?: true;
  /** SQLite: what that SQL makes or changes, as SQLite shows it afterwards. Left out where nothing is. */
  readonly shown?: ShownObjects;
}

/** Objects as SQLite shows them once a statement has run: it rewrites those that name what was renamed. */
export interface ShownObjects {
  readonly tables: readonly Table[];
  readonly views: readonly View[];
  readonly triggers: readonly Trigger[];
}
