import { defineRule } from '../rule.ts';

export const mysqlTableOptions = defineRule({
  id: 'mysql-table-options',
  title: 'Table is rebuilt for its options',
  engines: ['mysql'],
  severity: 'danger',
  on: ['setTableOptions'],
  docs: {
    why: 'ENGINE, ROW_FORMAT and KEY_BLOCK_SIZE rebuild the table, which takes the space twice; replicas lag behind for as long.',
    instead: 'Run it in a quiet window, or with gh-ost or pt-online-schema-change.',
    reference:
      'https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html#online-ddl-table-operations',
  },
  check({ table, options }, context) {
    if (options === undefined || context.isNewTable(table)) return null;
    return {
      severity: context.severityBySize(table),
      message: `Setting the options of ${context.withSize(table)} rebuilds it.`,
      instead: `Rebuild ${table} in a quiet window, or with gh-ost or pt-online-schema-change.`,
    };
  },
});
