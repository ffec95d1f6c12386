import { formatServer, serverAtLeast } from '../../model/server.ts';
import type { RuleContext } from '../context.ts';
import { boundAsCheck, defaultPartitionOf, simpleKeyOf } from '../partitions.ts';
import { stagedCheck } from '../recipes/check-constraint.ts';
import { giveWay } from '../recipes/lock-timeout.ts';
import { code, text } from '../ruby.ts';
import { defineRule, type Finding } from '../rule.ts';
import { sqlName } from '../sql-name.ts';

export const partitionAttach = defineRule({
  id: 'partition-attach',
  title: 'Rows are read to attach a partition',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['attachPartition'],
  docs: {
    why: 'ATTACH PARTITION takes ACCESS EXCLUSIVE on the table and reads all of its rows, unless a validated CHECK says what the bounds say (measured on 15.18 and 18.6). A default partition is locked and read, too, since no row of it may belong to the new one. Before PostgreSQL 12 the parent is locked against reads and writes as well.',
    instead: 'Add the bounds as a CHECK NOT VALID, validate it, attach, then drop the CHECK.',
    reference:
      'https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE',
  },
  check({ table, partition }, context) {
    const { parent } = partition;
    if (context.isNewTable(parent)) return null;
    return [
      ...ownRows(table, partition, context),
      ...defaultRows(table, parent, context),
      ...parentLock(parent, context),
    ];
  },
});

interface Bound {
  readonly parent: string;
  readonly bound: string;
}

function ownRows(
  table: string,
  { parent, bound }: Bound,
  context: RuleContext,
): readonly Finding[] {
  const other = defaultPartitionOf(context.before, parent);
  const reads = context.locks.some((lock) => lock.work !== 'catalog' && lock.table !== other);
  if (!reads || context.isNewTable(table)) return [];
  const key = simpleKeyOf(context.before, parent);
  const condition = key && boundAsCheck(key, bound);
  return [
    {
      severity: context.severityBySize(table),
      message: `Attaching ${table} to ${parent} reads every row of ${context.withSize(table)} while reads and writes of it wait.`,
      instead:
        condition === null
          ? `Add a CHECK to ${table} that says what its bounds say with NOT VALID, validate it, attach ${table}, then drop the CHECK.`
          : attachProved(table, { parent, bound }, condition, context),
    },
  ];
}

function attachProved(
  table: string,
  { parent, bound }: Bound,
  condition: string,
  context: RuleContext,
): string {
  const name = (object: string) => sqlName(object, context.engine);
  const check = stagedCheck(table, `${table.replaceAll('.', '_')}_bounds`, condition, context);
  const attach = `ALTER TABLE ${name(parent)} ATTACH PARTITION ${name(table)} ${bound}`;
  return code(
    '# Migration 1: new rows are checked, old ones are not looked at',
    check.add,
    '',
    '# Migration 2: the scan lets reads and writes through',
    check.validate,
    '',
    '# Migration 3: no row is read',
    `execute ${text(attach)}`,
    check.drop,
  );
}

function defaultRows(table: string, parent: string, context: RuleContext): readonly Finding[] {
  const other = defaultPartitionOf(context.before, parent);
  if (other === null || other === table || context.isNewTable(other)) return [];
  return [
    {
      table: other,
      severity: context.severityBySize(other),
      message: `Attaching ${table} to ${parent} reads every row of its default partition ${context.withSize(other)} while reads and writes of it wait.`,
      instead: `Give ${other} a validated CHECK that leaves out the bounds of ${table} first, and drop it once ${table} is attached.`,
    },
  ];
}

function parentLock(parent: string, context: RuleContext): readonly Finding[] {
  const { server } = context;
  if (serverAtLeast(server, 12)) return [];
  return [
    {
      table: parent,
      severity: 'warning',
      message: `${formatServer(server)} locks ${parent} with all of its partitions against reads and writes to attach one.`,
      instead: code(...giveWay(context)),
    },
  ];
}
