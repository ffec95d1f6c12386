/** PostgreSQL's table lock modes, weakest first. */
export type PostgresqlLockLevel =
  | 'accessShare'
  | 'rowShare'
  | 'rowExclusive'
  | 'shareUpdateExclusive'
  | 'share'
  | 'shareRowExclusive'
  | 'exclusive'
  | 'accessExclusive';

/**
 * MySQL's online DDL: which algorithm the server takes and what it lets through meanwhile. `nocopy`
 * is MariaDB's: in place without building the clustered index anew.
 */
export interface MysqlLockLevel {
  readonly algorithm: 'instant' | 'nocopy' | 'inplace' | 'copy';
  readonly lock: 'none' | 'shared' | 'exclusive';
}

/** That an operation takes a lock on a table, and what that means for others. */
export interface LockClaim {
  readonly table: string;
  readonly level:
    | { readonly engine: 'postgresql'; readonly mode: PostgresqlLockLevel }
    | ({ readonly engine: 'mysql' } & MysqlLockLevel)
    /** SQLite locks the whole database for writes. */
    | { readonly engine: 'sqlite'; readonly mode: 'database' };
  readonly blocksReads: boolean;
  readonly blocksWrites: boolean;
  /** Whether another ALTER TABLE or CREATE INDEX on the table waits for as long. */
  readonly blocksSchemaChanges: boolean;
  /** How long: no longer than a catalog change, or as long as a scan, a rewrite or an index build of the table takes. */
  readonly work: 'catalog' | 'scan' | 'rewrite' | 'indexBuild';
  /** Where the fact comes from: a manual section's URL, or `measured` on which version. */
  readonly basis: string;
}

/** Whether we reasoned or saw it happen. */
export type Evidence = 'static' | 'measured';
