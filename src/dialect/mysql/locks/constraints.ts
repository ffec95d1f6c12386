import { findColumn, findTable } from '../../../model/schema.ts';
import type { LockTable } from '../../lock-table.ts';
import { claim, copy, inplace, rebuild } from './claim.ts';

export const constraintLocks: Pick<
  LockTable,
  | 'addPrimaryKey'
  | 'dropPrimaryKey'
  | 'addForeignKey'
  | 'dropForeignKey'
  | 'addCheckConstraint'
  | 'dropCheckConstraint'
  | 'addUniqueConstraint'
  | 'dropUniqueConstraint'
  | 'addExclusionConstraint'
  | 'dropExclusionConstraint'
  | 'validateConstraint'
  | 'renameConstraint'
> = {
  addPrimaryKey({ table, primaryKey }, before) {
    const columns = findTable(before, table);
    const nullable = primaryKey.columns.some(
      (name) => columns && findColumn(columns, name)?.nullable,
    );
    return [nullable ? copy(table) : rebuild(table)];
  },
  dropPrimaryKey: ({ table }) => [copy(table)],
  // INPLACE is possible with foreign_key_checks=0 alone, which Rails does not set here.
  addForeignKey: ({ table, foreignKey }) => [
    copy(table),
    claim(foreignKey.toTable, 'copy', 'shared', 'scan'),
  ],
  dropForeignKey({ table, foreignKey }, before) {
    const parent = findTable(before, table)?.foreignKeys.find(({ name }) => name === foreignKey);
    return parent ? [inplace(table), inplace(parent.toTable)] : [inplace(table)];
  },
  addCheckConstraint: ({ table }) => [copy(table)],
  dropCheckConstraint: ({ table }) => [inplace(table)],
  addUniqueConstraint: ({ table }) => [claim(table, 'inplace', 'none', 'indexBuild')],
  dropUniqueConstraint: ({ table }) => [inplace(table)],
  // MySQL has neither exclusion constraints nor NOT VALID.
  addExclusionConstraint: () => [],
  dropExclusionConstraint: () => [],
  validateConstraint: () => [],
  // Nor does it rename one.
  renameConstraint: () => [],
};
