import { ALL_KINDS } from '../all-kinds.ts';
import type { Sibling } from '../context.ts';
import { defineRule } from '../rule.ts';

export const multiTableLocks = defineRule({
  id: 'multi-table-locks',
  title: 'Several tables are locked in one transaction',
  engines: ['postgresql'],
  severity: 'warning',
  on: ALL_KINDS,
  docs: {
    why: 'Locks add up until the transaction ends. The application can take the same tables in the other order: a deadlock, and one of both fails.',
    instead: 'Change one table per migration.',
    reference: 'https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-DEADLOCKS',
  },
  check(operation, context) {
    if (!context.migration.transactional) return null;
    const { locks, isNewTable, earlier } = context;
    const own = mainTable({ operation, locks, isNewTable });
    const others = [...new Set(earlier.flatMap((sibling) => mainTable(sibling) ?? []))];
    if (own === null || others.length === 0 || others.includes(own)) return null;
    return {
      table: own,
      message: `The transaction locks ${own} while it still holds ${others.join(', ')}.`,
      instead: `Move what concerns ${own} to a migration of its own.`,
    };
  },
});

/** The table in use that an operation is about and blocks writes to; null when there is none. */
function mainTable({ locks, isNewTable }: Sibling): string | null {
  const [main] = locks;
  return main?.blocksWrites && !isNewTable(main.table) ? main.table : null;
}
