import type { OperationOf } from '../../model/operation.ts';
import { findTable } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import { maintenanceOf } from '../maintenance.ts';
import { partitionKeyOf } from '../partitions.ts';
import { addIndexLine } from '../recipes/index.ts';
import { code, outsideTransaction, symbol, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';
import { sqlName } from '../sql-name.ts';

export const concurrentlyInTransaction = defineRule({
  id: 'concurrently-in-transaction',
  title: 'CONCURRENTLY inside a transaction is refused',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['addIndex', 'dropIndex', 'detachPartition', 'runSql'],
  docs: {
    why: 'Rails runs a migration in a transaction, and PostgreSQL refuses there what says CONCURRENTLY to build, rebuild or drop an index, or to detach a partition: the deploy stops.',
    instead: 'Say disable_ddl_transaction! in the migration, and let it do nothing else.',
    reference:
      'https://api.rubyonrails.org/classes/ActiveRecord/Migration.html#method-c-disable_ddl_transaction-21',
  },
  check(operation, context) {
    if (!context.migration.transactional) return null;
    const asked = askedConcurrently(operation, context);
    if (asked === null) return null;
    return {
      table: asked.table,
      message: `PostgreSQL refuses ${asked.what} with CONCURRENTLY, as the migration runs in a transaction.`,
      instead: code(...outsideTransaction(asked.line)),
    };
  },
});

interface Asked {
  readonly table: string | null;
  /** Behind "PostgreSQL refuses". */
  readonly what: string;
  /** The line of a migration that asks for it. */
  readonly line: string;
}

type Concurrent = OperationOf<'addIndex' | 'dropIndex' | 'detachPartition' | 'runSql'>;

function askedConcurrently(operation: Concurrent, context: RuleContext): Asked | null {
  if (operation.kind === 'runSql') return reindexes(operation.text, context);
  const { table, concurrently } = operation;
  if (!concurrently) return null;
  if (operation.kind === 'dropIndex') {
    const options = `name: ${text(operation.index)}, algorithm: :concurrently`;
    const line = `remove_index ${symbol(table)}, ${options}`;
    return { table, what: `to drop ${operation.index}`, line };
  }
  if (operation.kind === 'detachPartition') return detaches(table, context);
  // It is refused on a partitioned table anyway, which a rule of its own tells.
  if (partitionKeyOf(context.before, table) !== null) return null;
  const line = addIndexLine(table, operation.index, 'algorithm: :concurrently');
  return { table, what: `to build ${operation.index.name}`, line };
}

function detaches(table: string, { before, engine }: RuleContext): Asked {
  const parent = findTable(before, table)?.partition?.parent ?? '';
  const sql = `ALTER TABLE ${sqlName(parent, engine)} DETACH PARTITION ${sqlName(table, engine)} CONCURRENTLY`;
  return { table, what: `to detach ${table}`, line: `execute ${text(sql)}` };
}

function reindexes(sql: string, { before }: RuleContext): Asked | null {
  const found = maintenanceOf(sql, before);
  if (found?.verb !== 'reindex' || !found.concurrently) return null;
  const statement = sql.trim().replace(/;$/, '');
  return { table: found.tables?.[0] ?? null, what: 'REINDEX', line: `execute ${text(statement)}` };
}
