import type { LockClaim } from '../../../model/lock.ts';
import type { OperationOf } from '../../../model/operation.ts';
import { findTable, type Schema } from '../../../model/schema.ts';
import type { LockTable } from '../../lock-table.ts';
import { claim } from './claim.ts';
import { attachPartition, detachPartition, partitionedLocks } from './partitions.ts';

export const tableLocks: Pick<
  LockTable,
  | 'createTable'
  | 'dropTable'
  | 'renameTable'
  | 'setTableComment'
  | 'setTableOptions'
  | 'attachPartition'
  | 'detachPartition'
  | 'changeRows'
> = {
  createTable({ table }, before) {
    const parents = table.foreignKeys.map(({ toTable }) =>
      claim(toTable, 'shareRowExclusive', 'catalog'),
    );
    const partitioned =
      table.partition?.parent ?? /\bPARTITION\s+OF\s+"?([\w.$]+)/i.exec(table.options ?? '')?.[1];
    return partitioned ? [...partitionedLocks(before, partitioned), ...parents] : parents;
  },
  dropTable,
  renameTable: ({ from }) => [claim(from, 'accessExclusive', 'catalog')],
  setTableComment: ({ table }) => [claim(table, 'shareUpdateExclusive', 'catalog')],
  setTableOptions({ table, options, rowSecurity, replicaIdentity, unlogged }) {
    const rewrites = /\b(UN)?LOGGED\b|\bTABLESPACE\b|\bUSING\b/i.test(options ?? '');
    if (rewrites || unlogged !== undefined) return [claim(table, 'accessExclusive', 'rewrite')];
    const excludes = rowSecurity !== undefined || replicaIdentity !== undefined;
    return [claim(table, excludes ? 'accessExclusive' : 'shareUpdateExclusive', 'catalog')];
  },
  attachPartition,
  detachPartition,
  changeRows,
};

/**
 * DROP TABLE takes the parents of its foreign keys along, and the table that it is a partition of;
 * with CASCADE the children as well.
 */
function dropTable(
  { table, cascade }: OperationOf<'dropTable'>,
  before: Schema,
): readonly LockClaim[] {
  const dropped = findTable(before, table);
  const parents = dropped?.foreignKeys.map(({ toTable }) => toTable) ?? [];
  const children = cascade ? childrenOf(before, table) : [];
  const locks = [table, ...parents, ...children].map((name) =>
    claim(name, 'accessExclusive', 'catalog'),
  );
  return dropped?.partition
    ? [...locks, ...partitionedLocks(before, dropped.partition.parent)]
    : locks;
}

function changeRows(
  { table, verb, text }: OperationOf<'changeRows'>,
  before: Schema,
): readonly LockClaim[] {
  if (table === null) return [];
  if (verb === 'insert') return [claim(table, 'rowExclusive', 'catalog')];
  if (verb !== 'truncate') return [claim(table, 'rowExclusive', 'scan')];
  // TRUNCATE gives the table a new, empty file: its time does not grow with the rows.
  const cascaded = /\bcascade\b/i.test(text) ? childrenOf(before, table) : [];
  return [table, ...cascaded].map((name) => claim(name, 'accessExclusive', 'catalog'));
}

function childrenOf(schema: Schema, parent: string): readonly string[] {
  return schema.tables
    .filter(({ foreignKeys }) => foreignKeys.some(({ toTable }) => toTable === parent))
    .map(({ name }) => name);
}
