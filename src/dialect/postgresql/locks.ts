import type { LockClaim } from '../../model/lock.ts';
import type { Operation } from '../../model/operation.ts';
import type { Schema } from '../../model/schema.ts';
import type { Server } from '../../model/server.ts';
import { type LockTable, locksFrom } from '../lock-table.ts';
import { locklessOperations } from '../lockless.ts';
import { columnLocks } from './locks/columns.ts';
import { constraintLocks } from './locks/constraints.ts';
import { typeLocks } from './locks/domains.ts';
import { indexLocks } from './locks/indexes.ts';
import { objectLocks } from './locks/objects.ts';
import { tableLocks } from './locks/tables.ts';

const LOCKS: LockTable = {
  ...locklessOperations,
  ...tableLocks,
  ...columnLocks,
  ...constraintLocks,
  ...indexLocks,
  ...objectLocks,
  ...typeLocks,
  createVirtualTable: () => [],
  dropVirtualTable: () => [],
};

/**
 * The locks that an operation takes on tables, views and sequences that are there, as measured on
 * PostgreSQL 15.18 and 18.6; what older ones do differently is read from their release notes. The
 * operation's own table comes first, those that a partition or a foreign key joins to it after.
 */
export function locksOf(
  operation: Operation,
  before: Schema,
  after: Schema,
  server: Server,
): readonly LockClaim[] {
  return locksFrom(LOCKS, operation, before, after, server);
}
