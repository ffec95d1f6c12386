import { findTable } from '../../../model/schema.ts';
import type { LockTable } from '../../lock-table.ts';
import { copy, exclusive, inplace, instant, rebuild } from './claim.ts';

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
  // The metadata locks of a foreign key reach its parent.
  createTable: ({ table }) => table.foreignKeys.map(({ toTable }) => inplace(toTable)),
  dropTable({ table }, before) {
    const parents = findTable(before, table)?.foreignKeys.map(({ toTable }) => toTable) ?? [];
    return [exclusive(table), ...parents.map((parent) => inplace(parent))];
  },
  renameTable: ({ from }) => [instant(from)],
  setTableComment: ({ table }) => [inplace(table)],
  // CONVERT TO CHARACTER SET copies; ENGINE, ROW_FORMAT and KEY_BLOCK_SIZE rebuild in place.
  setTableOptions: ({ table, charset, collation }) => [
    charset === undefined && collation === undefined ? rebuild(table) : copy(table),
  ],
  // MySQL attaches and detaches partitions by EXCHANGE PARTITION alone.
  attachPartition: () => [],
  detachPartition: () => [],
  // Row changes take row locks, which the online DDL levels do not describe.
  changeRows: ({ table, verb }) =>
    table !== null && verb === 'truncate' ? [exclusive(table)] : [],
};
