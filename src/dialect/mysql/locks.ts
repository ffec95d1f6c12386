import type { LockClaim } from '../../model/lock.ts';
import type { Operation } from '../../model/operation.ts';
import type { Schema } from '../../model/schema.ts';
import type { Server } from '../../model/server.ts';
import { type LockTable, locksFrom } from '../lock-table.ts';
import { locklessOperations } from '../lockless.ts';
import { columnLocks } from './locks/columns.ts';
import { constraintLocks } from './locks/constraints.ts';
import { indexLocks } from './locks/indexes.ts';
import { objectLocks } from './locks/objects.ts';
import { asStated } from './locks/stated.ts';
import { tableLocks } from './locks/tables.ts';

const LOCKS: LockTable = {
  ...locklessOperations,
  ...tableLocks,
  ...columnLocks,
  ...constraintLocks,
  ...indexLocks,
  ...objectLocks,
  createVirtualTable: () => [],
  dropVirtualTable: () => [],
};

/**
 * The algorithm that InnoDB takes for an operation and what it lets through meanwhile: for MySQL from
 * the manual's online DDL tables, for MariaDB as it was tried. ALGORITHM and LOCK that the statement
 * gives are heeded.
 */
export function locksOf(
  operation: Operation,
  before: Schema,
  after: Schema,
  server: Server,
): readonly LockClaim[] {
  const [own, ...others] = locksFrom(LOCKS, operation, before, after, server);
  return own ? [asStated(own, operation, server), ...others] : [];
}
