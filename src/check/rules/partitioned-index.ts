import type { Index } from '../../model/schema.ts';
import { serverAtLeast } from '../../model/server.ts';
import type { RuleContext } from '../context.ts';
import { partitionKeyOf, partitionsOf } from '../partitions.ts';
import { addIndexLine, createIndexSql } from '../recipes/index.ts';
import { code, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';
import { sqlName } from '../sql-name.ts';

export const partitionedIndex = defineRule({
  id: 'partitioned-index',
  title: 'Index is built on every partition at once',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['addIndex'],
  docs: {
    why: 'CREATE INDEX on a partitioned table builds the index of each partition in one statement, and takes SHARE on all of them for as long: no row of the whole table can be written. With CONCURRENTLY PostgreSQL refuses it.',
    instead:
      'Create the index ON ONLY the parent, build one on each partition concurrently, and attach them.',
    reference:
      'https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE',
  },
  check(operation, context) {
    const { table, index, concurrently } = operation;
    if (partitionKeyOf(context.before, table) === null || operation.only) return null;
    if (context.isNewTable(table)) return null;
    const partitions = partitionsOf(context.before, table);
    const inUse = partitions.filter((name) => !context.isNewTable(name));
    if (inUse.length === 0 && !concurrently) return null;
    return {
      severity: concurrently ? 'danger' : context.severityBySize(table),
      message: concurrently
        ? `PostgreSQL refuses to build ${index.name} with CONCURRENTLY, as ${table} is partitioned.`
        : `Building ${index.name} blocks writes to ${context.withSize(table)} with all of its partitions (${inUse.join(', ')}) until each has its index.`,
      instead: serverAtLeast(context.server, 11)
        ? partByPart(table, index, partitions, context)
        : `Build the index on each partition of ${table} concurrently; before PostgreSQL 11 the parent has none.`,
    };
  },
});

function partByPart(
  table: string,
  index: Index,
  partitions: readonly string[],
  { engine }: RuleContext,
): string {
  const own = (partition: string) => `${index.name}_${partition.replaceAll('.', '_')}`;
  const name = (object: string) => sqlName(object, engine);
  return code(
    'disable_ddl_transaction!',
    '',
    'def up',
    [
      `execute ${text(createIndexSql(table, index, engine, true))}`,
      ...partitions.flatMap((partition) => [
        addIndexLine(partition, { ...index, name: own(partition) }, 'algorithm: :concurrently'),
        `execute ${text(`ALTER INDEX ${name(index.name)} ATTACH PARTITION ${name(own(partition))}`)}`,
      ]),
    ],
    'end',
    '',
    'def down',
    [`execute ${text(`DROP INDEX ${name(index.name)}`)}`],
    'end',
  );
}
