import type { LockClaim } from '../../../model/lock.ts';
import { type ForeignKey, findTable, type Schema } from '../../../model/schema.ts';
import type { LockTable } from '../../lock-table.ts';
import { claim } from './claim.ts';

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
  addPrimaryKey: ({ table }) => [claim(table, 'accessExclusive', 'indexBuild')],
  dropPrimaryKey: ({ table }) => [claim(table, 'accessExclusive', 'catalog')],
  addForeignKey({ table, foreignKey }) {
    const work = foreignKey.validated ? 'scan' : 'catalog';
    return [
      claim(table, 'shareRowExclusive', work),
      claim(foreignKey.toTable, 'shareRowExclusive', work),
    ];
  },
  dropForeignKey({ table, foreignKey }, before) {
    const parent = findForeignKey(before, table, foreignKey)?.toTable;
    return [table, ...(parent ? [parent] : [])].map((name) =>
      claim(name, 'accessExclusive', 'catalog'),
    );
  },
  addCheckConstraint: ({ table, checkConstraint }) => [
    claim(table, 'accessExclusive', checkConstraint.validated ? 'scan' : 'catalog'),
  ],
  dropCheckConstraint: ({ table }) => [claim(table, 'accessExclusive', 'catalog')],
  addUniqueConstraint: ({ table, usingIndex }) => [
    claim(table, 'accessExclusive', usingIndex === null ? 'indexBuild' : 'catalog'),
  ],
  dropUniqueConstraint: ({ table }) => [claim(table, 'accessExclusive', 'catalog')],
  addExclusionConstraint: ({ table }) => [claim(table, 'accessExclusive', 'indexBuild')],
  dropExclusionConstraint: ({ table }) => [claim(table, 'accessExclusive', 'catalog')],
  validateConstraint({ table, constraint }, before) {
    const own: LockClaim = claim(table, 'shareUpdateExclusive', 'scan');
    const parent = findForeignKey(before, table, constraint)?.toTable;
    return parent ? [own, claim(parent, 'rowShare', 'scan')] : [own];
  },
  renameConstraint: ({ table }) => [claim(table, 'accessExclusive', 'catalog')],
};

function findForeignKey(schema: Schema, table: string, name: string): ForeignKey | undefined {
  return findTable(schema, table)?.foreignKeys.find((key) => key.name === name);
}
