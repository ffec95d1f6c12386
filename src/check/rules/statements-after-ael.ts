import { formatLocation } from '../../model/source.ts';
import { ALL_KINDS } from '../all-kinds.ts';
import { heldAgainstReads } from '../held-locks.ts';
import { defineRule } from '../rule.ts';

export const statementsAfterAel = defineRule({
  id: 'statements-after-ael',
  title: 'Full lock is held during later work',
  engines: ['postgresql'],
  severity: 'danger',
  on: ALL_KINDS.filter((kind) => kind !== 'validateConstraint' && kind !== 'changeRows'),
  docs: {
    why: 'PostgreSQL keeps ACCESS EXCLUSIVE until the transaction ends: a statement that takes a moment blocks reads for as long as the scans, rewrites and index builds after it.',
    instead: 'Move the long statement to a migration of its own.',
    reference: 'https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES',
  },
  check(_, context) {
    const long = context.locks.find(
      ({ work, table }) => work !== 'catalog' && !context.isNewTable(table),
    );
    const holder = heldAgainstReads(context);
    if (!long || !holder) return null;
    return {
      table: long.table,
      severity: context.severityBySize(long.table),
      message: `${holder.table} is locked against reads and writes since ${formatLocation(holder.operation.source)}, and stays so while this goes through ${context.withSize(long.table)}.`,
      instead: `Move this statement to a migration of its own, so that ${holder.table} is free again before it starts.`,
    };
  },
});
