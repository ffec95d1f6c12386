import { severityByHeat, withHeat } from '../hot-tables.ts';
import { parentsInUse, siblingsOf } from '../locked-in-order.ts';
import { defineRule } from '../rule.ts';

export const multipleFksOneMigration = defineRule({
  id: 'multiple-fks-one-migration',
  title: 'Foreign keys lock several tables in one transaction',
  engines: ['postgresql'],
  severity: 'warning',
  on: ['addForeignKey', 'createTable'],
  docs: {
    why: 'Each foreign key takes SHARE ROW EXCLUSIVE on its parent until the transaction ends. Two parents that are in use can be locked in the other order by the application; then both wait for each other, and the server ends one of them.',
    instead: 'Add one foreign key per migration.',
    reference: 'https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-DEADLOCKS',
  },
  check(operation, context) {
    if (!context.migration.transactional) return null;
    if (parentsInUse({ ...context, operation }).length === 0) return null;
    const siblings = siblingsOf(operation, context);
    const step = context.earlier.length;
    const parents = (upTo: number) => [...new Set(siblings.slice(0, upTo).flatMap(parentsInUse))];
    // Said once, where the second parent is locked.
    if (parents(step + 1).length < 2 || parents(step).length > 1) return null;
    const found = parents(siblings.length);
    const all = found.map((parent) => withHeat(parent, context)).join(', ');
    return {
      severity: severityByHeat(found, 2, context),
      message: `One transaction locks ${all} against writes one after the other, and keeps each locked until it ends.`,
      instead: `Create the tables first, then add the foreign keys to ${found.join(', ')} in one migration each.`,
    };
  },
});
