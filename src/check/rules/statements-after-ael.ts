import type { OperationKind } from '../../model/operation.ts';
import { formatLocation } from '../../model/source.ts';
import { ALL_KINDS } from '../all-kinds.ts';
import { heldAgainstReads } from '../held-locks.ts';
import { defineRule } from '../rule.ts';

/** Kinds whose own rule tells what waits along with them, and moves them to a migration of their own. */
const SAYS_IT_ITSELF: readonly OperationKind[] = ['addIndex', 'addForeignKey'];

export const statementsAfterAel = defineRule({
  id: 'statements-after-ael',
  title: 'Full lock is held during later work',
  engines: ['postgresql'],
  severity: 'danger',
  on: ALL_KINDS.filter((kind) => kind !== 'changeRows'),
  docs: {
    why: 'PostgreSQL keeps ACCESS EXCLUSIVE until the transaction ends: a statement that takes a moment blocks reads for as long as the scans, rewrites and index builds after it.',
    instead: 'Move the long statement to a migration of its own.',
    reference: 'https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES',
  },
  check(operation, context) {
    if (SAYS_IT_ITSELF.includes(operation.kind)) return null;
    const long = context.locks.find(
      ({ work, table }) => work !== 'catalog' && !context.isNewTable(table),
    );
    const held = heldAgainstReads(context);
    if (!long || !held) return null;
    // Its own table waits for the work in any case: a rule of its own says so.
    const others = held.tables.filter((table) => table !== long.table);
    if (others.length === 0) return null;
    const [are, stay] = others.length === 1 ? ['is', 'stays'] : ['are', 'stay'];
    const list = others.join(', ');
    return {
      table: long.table,
      severity: context.severityBySize(long.table),
      message: `${list} ${are} locked against reads and writes since ${formatLocation(held.operation.source)}, and ${stay} so while this goes through ${context.withSize(long.table)}.`,
      instead: `Move this statement to a migration of its own, so that ${list} ${are} free again before it starts.`,
    };
  },
});
