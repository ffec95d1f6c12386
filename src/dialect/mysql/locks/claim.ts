import type { LockClaim, MysqlLockLevel } from '../../../model/lock.ts';

/** INSTANT for columns at any place and for DROP COLUMN came with 8.0.29, which is assumed. */
const ONLINE_DDL =
  'https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html (MySQL 8.0.29 or newer assumed)';

/** Statements outside of the online DDL table take an exclusive metadata lock. */
const METADATA_LOCKING = 'https://dev.mysql.com/doc/refman/8.0/en/metadata-locking.html';

export function claim(
  table: string,
  algorithm: MysqlLockLevel['algorithm'],
  lock: MysqlLockLevel['lock'],
  work: LockClaim['work'],
  basis: string = ONLINE_DDL,
): LockClaim {
  return {
    table,
    level: { engine: 'mysql', algorithm, lock },
    blocksReads: lock === 'exclusive',
    blocksWrites: lock !== 'none',
    // A second ALTER TABLE waits for the metadata lock of the first, whatever LOCK says.
    blocksSchemaChanges: true,
    work,
    basis,
  };
}

export const instant = (table: string): LockClaim => claim(table, 'instant', 'none', 'catalog');

/** INPLACE that touches metadata alone. */
export const inplace = (table: string): LockClaim => claim(table, 'inplace', 'none', 'catalog');

/** INPLACE that builds the table anew while it is read and written. */
export const rebuild = (table: string): LockClaim => claim(table, 'inplace', 'none', 'rewrite');

/** COPY: the table can be read, and writes wait until the copy is done. */
export const copy = (table: string): LockClaim => claim(table, 'copy', 'shared', 'rewrite');

/** An exclusive metadata lock for the time of a catalog change. */
export const exclusive = (table: string): LockClaim =>
  claim(table, 'inplace', 'exclusive', 'catalog', METADATA_LOCKING);
