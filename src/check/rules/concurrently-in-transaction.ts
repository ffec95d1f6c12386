import { addIndexConcurrently } from '../recipes/index.ts';
import { code, outsideTransaction, symbol, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const concurrentlyInTransaction = defineRule({
  id: 'concurrently-in-transaction',
  title: 'CONCURRENTLY inside a transaction is refused',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['addIndex', 'dropIndex'],
  docs: {
    why: 'Rails runs a migration in a transaction, and PostgreSQL refuses CREATE INDEX CONCURRENTLY and DROP INDEX CONCURRENTLY there: the deploy stops.',
    instead: 'Say disable_ddl_transaction! in the migration, and let it do nothing else.',
    reference:
      'https://api.rubyonrails.org/classes/ActiveRecord/Migration.html#method-c-disable_ddl_transaction-21',
  },
  check(operation, context) {
    if (!operation.concurrently || !context.migration.transactional) return null;
    const { table } = operation;
    if (operation.kind === 'addIndex') {
      return {
        message: `PostgreSQL refuses to build ${operation.index.name} with CONCURRENTLY, as the migration runs in a transaction.`,
        instead: addIndexConcurrently(table, operation.index),
      };
    }
    const options = `name: ${text(operation.index)}, algorithm: :concurrently`;
    return {
      message: `PostgreSQL refuses to drop ${operation.index} with CONCURRENTLY, as the migration runs in a transaction.`,
      instead: code(...outsideTransaction(`remove_index ${symbol(table)}, ${options}`)),
    };
  },
});
