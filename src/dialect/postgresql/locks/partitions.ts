import type { LockClaim } from '../../../model/lock.ts';
import type { OperationOf } from '../../../model/operation.ts';
import { findTable, type Schema } from '../../../model/schema.ts';
import { type Server, serverAtLeast } from '../../../model/server.ts';
import { claim, exclusive, RELEASE_12 } from './claim.ts';
import { throughout } from './family.ts';
import { checksImplyBound } from './partition-bound.ts';

/**
 * ATTACH PARTITION reads all rows of the table unless its checks say that they are within the
 * bounds, and those of the default partition, for which the bounds of the new one are rows that it
 * may not hold. The parent is open to readers and writers from PostgreSQL 12 on.
 */
export function attachPartition(
  { table, partition }: OperationOf<'attachPartition'>,
  before: Schema,
  _after: Schema,
  server: Server,
): readonly LockClaim[] {
  const { parent } = partition;
  const work = checksImplyBound(before, table, partition) ? 'catalog' : 'scan';
  return [
    ...throughout(before, claim(table, 'accessExclusive', work)),
    serverAtLeast(server, 12)
      ? claim(parent, 'shareUpdateExclusive', 'catalog')
      : claim(parent, 'accessExclusive', 'catalog', RELEASE_12),
    ...defaultPartition(before, parent).map((name) => claim(name, 'accessExclusive', 'scan')),
  ];
}

/** CONCURRENTLY, from PostgreSQL 14 on, is stated from the manual: it cannot run in a transaction block. */
export function detachPartition(
  { table, concurrently }: OperationOf<'detachPartition'>,
  before: Schema,
): readonly LockClaim[] {
  const parent = findTable(before, table)?.partition?.parent;
  const own = claim(table, 'accessExclusive', 'catalog');
  if (parent === undefined) return [own];
  if (concurrently) {
    return [
      claim(table, 'accessExclusive', 'catalog', DETACH),
      claim(parent, 'shareUpdateExclusive', 'catalog', DETACH),
    ];
  }
  return [own, ...exclusive(parent, ...defaultPartition(before, parent))];
}

const DETACH =
  'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DETACH-PARTITION';

/** CREATE TABLE … PARTITION OF: the rows of the default partition are read, since it may hold none of the new one's. */
export function newPartition(schema: Schema, parent: string): readonly LockClaim[] {
  return [
    ...exclusive(parent),
    ...defaultPartition(schema, parent).map((name) => claim(name, 'accessExclusive', 'scan')),
  ];
}

/** A partition that is dropped: its parent, and the default partition, whose bounds widen. */
export function droppedPartition(schema: Schema, parent: string): readonly LockClaim[] {
  return exclusive(parent, ...defaultPartition(schema, parent));
}

function defaultPartition(schema: Schema, parent: string): readonly string[] {
  return schema.tables
    .filter(({ partition }) => partition?.parent === parent && partition.bound === 'DEFAULT')
    .map(({ name }) => name);
}
