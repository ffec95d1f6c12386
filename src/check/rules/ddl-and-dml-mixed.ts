import { formatLocation } from '../../model/source.ts';
import { defineRule } from '../rule.ts';

export const ddlAndDmlMixed = defineRule({
  id: 'ddl-and-dml-mixed',
  title: 'Rows are written while the schema change holds its locks',
  engines: ['postgresql', 'mysql'],
  severity: 'danger',
  on: ['changeRows'],
  docs: {
    why: 'Rows take long to write and can fail to be written; a change of the schema is quick.',
    onEngine: {
      postgresql:
        'Every lock is kept until the transaction ends, so a table that was altered stays locked while rows are written, and deferred foreign keys make a later ALTER TABLE fail with "pending trigger events".',
      mysql: 'Each DDL statement commits: when the row changes fail, the schema change stays.',
    },
    instead: 'Change the schema in one migration, the rows in the next.',
    reference: 'https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/implicit-commit.html',
    },
  },
  check({ table }, context) {
    // Outside of a transaction no lock outlives its statement.
    if (context.dialect.supportsTransactionalDdl && !context.migration.transactional) return null;
    const schemaChange = [...context.earlier, ...context.later].find(
      ({ operation, locks, isNewTable }) =>
        operation.kind !== 'changeRows' && locks.some((lock) => !isNewTable(lock.table)),
    );
    if (!schemaChange || (table !== null && context.isNewTable(table))) return null;
    const locked = schemaChange.locks[0]?.table ?? '';
    return {
      severity: table === null ? 'danger' : context.severityBySize(table),
      message: `The migration changes the schema of ${locked} (${formatLocation(schemaChange.operation.source)}) and writes rows${table === null ? '' : ` of ${context.withSize(table)}`}: what the first does lasts as long as the second takes.`,
      instead:
        'Move the row changes to a migration of their own, after the one that changes the schema.',
    };
  },
});
