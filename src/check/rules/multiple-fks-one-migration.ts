import type { Operation } from '../../model/operation.ts';
import { defineRule } from '../rule.ts';

export const multipleFksOneMigration = defineRule({
  id: 'multiple-fks-one-migration',
  title: 'Foreign keys lock several tables in one transaction',
  engines: ['postgresql'],
  severity: 'warning',
  on: ['addForeignKey', 'createTable'],
  docs: {
    why: 'Each foreign key takes SHARE ROW EXCLUSIVE on its parent until the transaction ends. Two parents that are in use can be locked in the other order by the application: a deadlock, and one of both fails.',
    instead: 'Add one foreign key per migration.',
    reference: 'https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-DEADLOCKS',
  },
  check(operation, context) {
    if (!context.migration.transactional) return null;
    const inUse = (table: string) => !context.isNewTable(table);
    const own = parentsOf(operation).filter(inUse);
    const others = context.earlier.flatMap((sibling) => parentsOf(sibling.operation)).filter(inUse);
    const parents = [...new Set([...others, ...own])];
    const adds = own.some((parent) => !others.includes(parent));
    if (parents.length < 2 || !adds) return null;
    return {
      message: `The transaction locks ${parents.join(', ')} against writes until it ends, one after the other.`,
      instead: `Create the tables first, then add the foreign keys to ${parents.join(', ')} in one migration each.`,
    };
  },
});

function parentsOf(operation: Operation): readonly string[] {
  if (operation.kind === 'addForeignKey') return [operation.foreignKey.toTable];
  if (operation.kind !== 'createTable') return [];
  return operation.table.foreignKeys.map(({ toTable }) => toTable);
}
