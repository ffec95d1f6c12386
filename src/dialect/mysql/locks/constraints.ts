import { findTable } from '../../../model/schema.ts';
import type { LockTable } from '../../lock-table.ts';
import { claimsOn } from './claim.ts';
import { keepsChecks } from './online.ts';
import { hasOtherKey, rebuilt } from './table-traits.ts';

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
  // Columns become NOT NULL in place in strict mode, which Rails sets.
  addPrimaryKey: ({ table }, before, _after, server) => [
    rebuilt(table, findTable(before, table), server),
  ],
  // Without a key to order the rows by they are copied; one that comes with the same statement will do.
  dropPrimaryKey({ table: name, remade }, before, _after, server) {
    const table = findTable(before, name);
    const isOrdered = remade || (table !== null && hasOtherKey(table));
    return [isOrdered ? rebuilt(name, table, server) : claimsOn(server).copy(name)];
  },
  // INPLACE is possible with foreign_key_checks=0 alone, which Rails does not set here.
  addForeignKey({ table, foreignKey }, _before, _after, server) {
    const { copy, claim } = claimsOn(server);
    return [copy(table), claim(foreignKey.toTable, 'copy', 'shared', 'scan')];
  },
  dropForeignKey({ table, foreignKey }, before, _after, server) {
    const { metadata } = claimsOn(server);
    const parent = findTable(before, table)?.foreignKeys.find(({ name }) => name === foreignKey);
    return parent ? [metadata(table), metadata(parent.toTable)] : [metadata(table)];
  },
  addCheckConstraint({ table, checkConstraint, onNewColumn }, _before, _after, server) {
    const { copy, metadata } = claimsOn(server);
    // MariaDB keeps a check that is written on a column with the column.
    const isOfColumn = onNewColumn && server.name === 'mariadb';
    const isChecked = keepsChecks(server) && checkConstraint.enforced !== false && !isOfColumn;
    return [isChecked ? copy(table) : metadata(table)];
  },
  dropCheckConstraint: ({ table }, _before, _after, server) => [claimsOn(server).metadata(table)],
  addUniqueConstraint: ({ table }, _before, _after, server) => [
    claimsOn(server).indexes(table, 'indexBuild'),
  ],
  dropUniqueConstraint: ({ table }, _before, _after, server) => [
    claimsOn(server).indexes(table, 'catalog'),
  ],
  // MySQL has neither exclusion constraints nor NOT VALID.
  addExclusionConstraint: () => [],
  dropExclusionConstraint: () => [],
  validateConstraint: () => [],
  // Nor does it rename one.
  renameConstraint: () => [],
};
