import { findTable } from '../../model/schema.ts';
import { serverAtLeast } from '../../model/server.ts';
import type { RuleContext } from '../context.ts';
import { defaultPartitionOf } from '../partitions.ts';
import { giveWay } from '../recipes/lock-timeout.ts';
import { code, outsideTransaction, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';
import { sqlName } from '../sql-name.ts';

export const partitionDetach = defineRule({
  id: 'partition-detach',
  title: 'Whole table is locked to detach a partition',
  engines: ['postgresql'],
  severity: 'warning',
  on: ['detachPartition'],
  docs: {
    why: 'DETACH PARTITION takes ACCESS EXCLUSIVE on the parent, so that queries of every partition wait, and queue behind it while it waits itself. From then on queries of the parent do not find the rows.',
    instead:
      'Say CONCURRENTLY, which PostgreSQL 14 and newer know, outside of a transaction; a parent with a default partition has no such form.',
    reference:
      'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DETACH-PARTITION',
  },
  check({ table, concurrently }, context) {
    const parent = findTable(context.before, table)?.partition?.parent;
    if (parent === undefined || context.isNewTable(parent)) return null;
    const other = defaultPartitionOf(context.before, parent);
    if (concurrently) {
      if (other === null) return null;
      return {
        severity: 'danger',
        message: `PostgreSQL refuses to detach ${table} with CONCURRENTLY, as ${parent} has the default partition ${other}.`,
        instead: insteadOf(table, parent, other, context),
      };
    }
    return {
      message: `Detaching ${table} locks ${parent} with all of its partitions against reads and writes, and everything queues behind it while it waits for the queries that run.`,
      instead: insteadOf(table, parent, other, context),
    };
  },
});

function insteadOf(
  table: string,
  parent: string,
  other: string | null,
  context: RuleContext,
): string {
  const { engine, server } = context;
  const detach = `ALTER TABLE ${sqlName(parent, engine)} DETACH PARTITION ${sqlName(table, engine)}`;
  if (other === null && serverAtLeast(server, 14)) {
    return code(...outsideTransaction(`execute ${text(`${detach} CONCURRENTLY`)}`));
  }
  return code(
    '# Gives way after some seconds, and can be tried again',
    ...giveWay(context),
    `execute ${text(detach)}`,
  );
}
