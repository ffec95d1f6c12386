import { ALL_KINDS } from '../all-kinds.ts';
import { severityByHeat } from '../hot-tables.ts';
import {
  KEY_KINDS,
  mainTable,
  parentsInUse,
  siblingsOf,
  tablesInOrder,
} from '../locked-in-order.ts';
import { defineRule } from '../rule.ts';

export const multiTableLocks = defineRule({
  id: 'multi-table-locks',
  title: 'Several tables are locked in one transaction',
  engines: ['postgresql'],
  severity: 'warning',
  on: ALL_KINDS,
  docs: {
    why: 'Locks add up until the transaction ends. The application can take the same tables in the other order; then both wait for each other, and the server ends one of them.',
    instead: 'Change one table per migration.',
    reference: 'https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-DEADLOCKS',
  },
  check(operation, context) {
    if (!context.migration.transactional || operation.impliedBy !== null) return null;
    if (mainTable({ ...context, operation }) === null) return null;
    const siblings = siblingsOf(operation, context);
    const step = context.earlier.length;
    const soFar = tablesInOrder(siblings.slice(0, step + 1));
    // Said once, where the second table is locked.
    if (soFar.length !== 2 || tablesInOrder(siblings.slice(0, step)).length !== 1) return null;
    // Where foreign keys alone lock them, another rule names their parents.
    const locking = siblings.filter((sibling) => mainTable(sibling) !== null);
    const parents = new Set(locking.flatMap(parentsInUse));
    const keysAlone = locking.every((each) => KEY_KINDS.includes(each.operation.kind));
    if (keysAlone && parents.size > 1) return null;
    const all = tablesInOrder(siblings);
    return {
      table: soFar[1] ?? null,
      severity: severityByHeat(all, 2, context),
      message: `One transaction locks ${all.join(', ')} one after the other, in this order, and keeps each locked until it ends.`,
      instead: `Change each of ${all.join(', ')} in a migration of its own.`,
    };
  },
});
