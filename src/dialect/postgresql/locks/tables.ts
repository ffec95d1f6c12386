import type { LockClaim } from '../../../model/lock.ts';
import type { OperationOf } from '../../../model/operation.ts';
import { findTable, type Schema } from '../../../model/schema.ts';
import type { LockTable } from '../../lock-table.ts';
import { partitionOf } from '../partition-of.ts';
import { tableOptions } from '../table-options.ts';
import { claim, exclusive } from './claim.ts';
import { viewsOver } from './dependents.ts';
import { childTables, descendants, partitions, throughout } from './family.ts';
import { attachPartition, detachPartition, droppedPartition, newPartition } from './partitions.ts';

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
  createTable,
  dropTable,
  renameTable: ({ from }) => exclusive(from),
  setTableComment: ({ table }) => [claim(table, 'shareUpdateExclusive', 'catalog')],
  setTableOptions,
  attachPartition,
  detachPartition,
  changeRows,
};

/** Nobody waits for the new table, but for those that it refers to, inherits from or is a partition of. */
function createTable({ table }: OperationOf<'createTable'>, before: Schema): readonly LockClaim[] {
  const parents = table.foreignKeys.flatMap(({ toTable }) =>
    throughout(before, claim(toTable, 'shareRowExclusive', 'catalog'), partitions(before, toTable)),
  );
  const partitioned = partitionOf(table);
  if (partitioned !== null) return [...newPartition(before, partitioned), ...parents];
  const inherited = tableOptions(table.options).inherits.map((name) =>
    claim(name, 'shareUpdateExclusive', 'catalog'),
  );
  return [...parents, ...inherited];
}

/**
 * DROP TABLE takes the parents of its foreign keys along, its partitions, and the table that it is a
 * partition of; with CASCADE the children and the views as well.
 */
function dropTable(
  { table, cascade }: OperationOf<'dropTable'>,
  before: Schema,
): readonly LockClaim[] {
  const dropped = findTable(before, table);
  const parents = dropped?.foreignKeys.map(({ toTable }) => toTable) ?? [];
  const dependents = cascade ? [...childTables(before, table), ...viewsOver(before, table)] : [];
  const along = cascade ? descendants(before, table) : partitions(before, table);
  const locks = exclusive(table, ...along, ...parents, ...dependents);
  return dropped?.partition
    ? [...locks, ...droppedPartition(before, dropped.partition.parent)]
    : locks;
}

/** What is set takes its lock; what is as it was takes the same without the work. */
function setTableOptions(
  operation: OperationOf<'setTableOptions'>,
  before: Schema,
): readonly LockClaim[] {
  const { table, options, rowSecurity, replicaIdentity, unlogged } = operation;
  const current = findTable(before, table);
  const from = tableOptions(current?.options ?? null);
  const to = options === undefined ? from : tableOptions(options);
  const isMoved = from.using !== to.using || from.tablespace !== to.tablespace;
  const isRelogged = unlogged !== undefined && unlogged !== (current?.unlogged ?? false);
  if (isMoved || isRelogged) return [claim(table, 'accessExclusive', 'rewrite')];
  const added = to.inherits.filter((parent) => !from.inherits.includes(parent));
  if (added.length > 0 || to.inherits.length < from.inherits.length) {
    const parents = added.map((name) => claim(name, 'shareUpdateExclusive', 'catalog'));
    return [...exclusive(table), ...parents];
  }
  // The one parameter that decides how rows are written to the log for others.
  const isCatalog = /\buser_catalog_table\b/i.test(`${from.parameters} ${to.parameters}`);
  const excludes =
    rowSecurity !== undefined ||
    replicaIdentity !== undefined ||
    unlogged !== undefined ||
    (isCatalog && from.parameters !== to.parameters);
  return [claim(table, excludes ? 'accessExclusive' : 'shareUpdateExclusive', 'catalog')];
}

function changeRows(
  { table, verb, text }: OperationOf<'changeRows'>,
  before: Schema,
): readonly LockClaim[] {
  if (table === null) return [];
  if (verb === 'truncate') return truncate(table, /\bcascade\b/i.test(text), before);
  if (verb === 'insert') return [claim(table, 'rowExclusive', 'catalog')];
  return throughout(before, claim(table, 'rowExclusive', 'scan'));
}

/** TRUNCATE gives the table a new, empty file: its time does not grow with the rows. */
function truncate(table: string, cascade: boolean, before: Schema): readonly LockClaim[] {
  const found = new Set([table]);
  for (const name of found) {
    const along = cascade ? childTables(before, name) : [];
    for (const next of [...descendants(before, name), ...along]) found.add(next);
  }
  return exclusive(...found);
}
