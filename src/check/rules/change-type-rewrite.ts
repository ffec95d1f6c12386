import { typeChangeOf } from '../../dialect/locks.ts';
import { findColumn, findTable } from '../../model/schema.ts';
import { replaceColumn } from '../recipes/replace-column.ts';
import { defineRule } from '../rule.ts';

export const changeTypeRewrite = defineRule({
  id: 'change-type-rewrite',
  title: 'Table is rewritten to change a type',
  engines: ['postgresql', 'mysql'],
  severity: 'danger',
  on: ['setColumn'],
  docs: {
    why: 'Values of the old type are not stored as the new type stores them.',
    onEngine: {
      postgresql:
        'PostgreSQL rewrites the table with all indexes under ACCESS EXCLUSIVE, so that reads and writes wait; tables joined by a foreign key of the column are locked as well.',
      mysql: 'MySQL copies the table while writes wait.',
    },
    instead:
      'Add a column of the new type, write both, fill it in batches, switch over, drop the old one.',
    reference: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES',
    references: {
      mysql:
        'https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html#online-ddl-column-operations',
    },
  },
  check({ table: name, column }, context) {
    const table = findTable(context.before, name);
    const current = table && findColumn(table, column.name);
    if (!table || !current || current.type === column.type || context.isNewTable(name)) return null;
    const { reason } = typeChangeOf(context.engine, current, column, table);
    if (!context.locks.some((lock) => lock.table === name && lock.work === 'rewrite')) return null;
    return {
      severity: context.severityBySize(name),
      message: `Changing ${name}.${column.name} from ${current.type} to ${column.type} rewrites ${context.withSize(name)}, because ${reason}; ${context.locks[0]?.blocksReads ? 'reads and writes' : 'writes'} wait until it is done.`,
      instead: replaceColumn(name, column.name, `${column.name}_new`, column.type, context.engine),
    };
  },
});
