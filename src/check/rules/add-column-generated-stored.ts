import { type Server, serverAtLeast } from '../../model/server.ts';
import { defineRule } from '../rule.ts';

export const addColumnGeneratedStored = defineRule({
  id: 'add-column-generated-stored',
  title: 'Table is rewritten for a stored generated column',
  engines: ['postgresql', 'mysql'],
  severity: 'danger',
  on: ['addColumn'],
  docs: {
    why: 'The value of a STORED column is computed and written for every row.',
    onEngine: {
      postgresql: 'PostgreSQL rewrites the table with all indexes under ACCESS EXCLUSIVE.',
      mysql: 'The table is copied while writes wait.',
    },
    instead:
      'Use a VIRTUAL column (MySQL, PostgreSQL 18), an index on the expression, or a plain column that a trigger writes and a migration fills in batches.',
    reference: 'https://www.postgresql.org/docs/current/ddl-generated-columns.html',
    references: {
      mysql:
        'https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html#online-ddl-generated-column-operations',
    },
  },
  check({ table, column }, context) {
    if (!column.generated?.stored || context.isNewTable(table)) return null;
    return {
      severity: context.severityBySize(table),
      message: `Adding the stored column ${table}.${column.name} rewrites ${context.withSize(table)}; ${context.locks[0]?.blocksReads ? 'reads and writes' : 'writes'} wait until it is done.`,
      instead: `${takesVirtual(context.server) ? `Make ${column.name} virtual, index` : 'Index'} the expression ${column.generated.expression.replace(/\s+/g, ' ').trim()} instead, or fill a plain column in batches.`,
    };
  },
});

/** VIRTUAL columns came with PostgreSQL 18; MySQL and MariaDB have them since 5.7 and 5.2. */
function takesVirtual(server: Server): boolean {
  return server.name !== 'postgresql' || serverAtLeast(server, 18);
}
