import type { LockClaim, PostgresqlLockLevel } from '../../../model/lock.ts';

/** Basis of a claim that was read from `pg_locks` while the statement's transaction was open. */
const MEASURED = 'measured on PostgreSQL 15.18 and 18.6';

/** CONCURRENTLY cannot run in a transaction block, so its locks are stated from the manual. */
export const EXPLICIT_LOCKING =
  'https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES';

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
