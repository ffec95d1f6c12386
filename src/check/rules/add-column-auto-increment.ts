import { defineRule } from '../rule.ts';

export const addColumnAutoIncrement = defineRule({
  id: 'add-column-auto-increment',
  title: 'Table is rewritten to number its rows',
  engines: ['postgresql', 'mysql'],
  severity: 'danger',
  on: ['addColumn'],
  docs: {
    why: 'Every row gets a number.',
    onEngine: {
      postgresql:
        'PostgreSQL rewrites the table with all indexes under ACCESS EXCLUSIVE, for serial and identity columns alike.',
      mysql:
        'MySQL rebuilds the table while writes wait. With statement-based replication, replicas can give other numbers.',
    },
    instead:
      'Create a new table with the key, write both, copy the rows in batches, and swap the names.',
    reference: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES',
    references: {
      mysql:
        'https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html#online-ddl-column-operations',
    },
  },
  check({ table, column }, context) {
    if (column.autoIncrement === null || context.isNewTable(table)) return null;
    return {
      severity: context.severityBySize(table),
      message: `Adding the numbered column ${table}.${column.name} rewrites ${context.withSize(table)}; ${context.locks[0]?.blocksReads ? 'reads and writes' : 'writes'} wait until it is done.`,
      instead: `Create a table like ${table} that has ${column.name}, let the application write both, copy the rows in batches, then swap the names in one transaction.`,
    };
  },
});
