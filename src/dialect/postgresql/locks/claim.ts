import type { LockClaim, PostgresqlLockLevel } from '../../../model/lock.ts';

/** Basis of a claim that was read from `pg_locks` while the statement's transaction was open. */
const MEASURED = 'measured on PostgreSQL 15.18 and 18.6';

/** Basis for what PostgreSQL 18 was the first to take. */
export const MEASURED_18 = 'measured on PostgreSQL 18.6';

/** CONCURRENTLY cannot run in a transaction block, so its locks are stated from the manual. */
export const EXPLICIT_LOCKING =
  'https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES';

/** The release notes of a version: what held before it is read from them. */
export const RELEASE_11 = 'https://www.postgresql.org/docs/11/release-11.html';
export const RELEASE_12 = 'https://www.postgresql.org/docs/12/release-12.html';

/** Modes that conflict with ROW EXCLUSIVE, which INSERT, UPDATE and DELETE take. */
const BLOCKS_WRITES: readonly PostgresqlLockLevel[] = [
  'share',
  'shareRowExclusive',
  'exclusive',
  'accessExclusive',
];

/** Modes that conflict with SHARE UPDATE EXCLUSIVE, the weakest that ALTER TABLE and CREATE INDEX CONCURRENTLY take. */
const BLOCKS_SCHEMA_CHANGES: readonly PostgresqlLockLevel[] = [
  'shareUpdateExclusive',
  ...BLOCKS_WRITES,
];

export function claim(
  table: string,
  mode: PostgresqlLockLevel,
  work: LockClaim['work'],
  basis: string = MEASURED,
): LockClaim {
  return {
    table,
    level: { engine: 'postgresql', mode },
    // SELECT takes ACCESS SHARE, which conflicts with ACCESS EXCLUSIVE alone.
    blocksReads: mode === 'accessExclusive',
    blocksWrites: BLOCKS_WRITES.includes(mode),
    blocksSchemaChanges: BLOCKS_SCHEMA_CHANGES.includes(mode),
    work,
    basis,
  };
}

/** ACCESS EXCLUSIVE on each of the tables, for no longer than a catalog change. */
export function exclusive(...tables: readonly string[]): readonly LockClaim[] {
  return tables.map((table) => claim(table, 'accessExclusive', 'catalog'));
}
