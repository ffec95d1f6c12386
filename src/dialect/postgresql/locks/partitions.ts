import type { LockClaim } from '../../../model/lock.ts';
import type { OperationOf } from '../../../model/operation.ts';
import { findTable, type Schema } from '../../../model/schema.ts';
import { claim } from './claim.ts';

/**
 * ATTACH PARTITION reads all rows of the table, and those of the default partition, for which the
 * bounds of the new one are rows that it may not hold.
 */
export function attachPartition(
  { table, partition: { parent } }: OperationOf<'attachPartition'>,
  before: Schema,
): readonly LockClaim[] {
  return [
    claim(table, 'accessExclusive', 'scan'),
    claim(parent, 'shareUpdateExclusive', 'catalog'),
    ...defaultPartition(before, parent).map((name) => claim(name, 'accessExclusive', 'scan')),
  ];
}

/** CONCURRENTLY is stated from the manual: it cannot run in a transaction block. */
export function detachPartition(
  { table, concurrently }: OperationOf<'detachPartition'>,
  before: Schema,
): readonly LockClaim[] {
  const parent = findTable(before, table)?.partition?.parent;
  const own = claim(table, 'accessExclusive', 'catalog');
  if (parent === undefined) return [own];
  if (concurrently) return [own, claim(parent, 'shareUpdateExclusive', 'catalog', DETACH)];
  return [own, ...partitionedLocks(before, parent)];
}

const DETACH =
  'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DETACH-PARTITION';

/** What a partition that comes or goes locks besides itself: its parent and the default partition. */
export function partitionedLocks(schema: Schema, parent: string): readonly LockClaim[] {
  return [parent, ...defaultPartition(schema, parent)].map((name) =>
    claim(name, 'accessExclusive', 'catalog'),
  );
}

function defaultPartition(schema: Schema, parent: string): readonly string[] {
  return schema.tables
    .filter(({ partition }) => partition?.parent === parent && partition.bound === 'DEFAULT')
    .map(({ name }) => name);
}
