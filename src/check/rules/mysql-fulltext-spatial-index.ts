import { defineRule } from '../rule.ts';

export const mysqlFulltextSpatialIndex = defineRule({
  id: 'mysql-fulltext-spatial-index',
  title: 'Writes wait while the special index is built',
  engines: ['mysql'],
  severity: 'danger',
  on: ['addIndex'],
  docs: {
    why: 'FULLTEXT and SPATIAL indexes are built in place, but without concurrent writes; the first FULLTEXT index of a table rebuilds it.',
    instead: 'Build it in a quiet window, or with gh-ost or pt-online-schema-change.',
    reference:
      'https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html#online-ddl-index-operations',
  },
  check({ table, index }, context) {
    if (index.kind === null || context.isNewTable(table)) return null;
    return {
      severity: context.severityBySize(table),
      message: `Building the ${index.kind} index ${index.name} blocks writes to ${context.withSize(table)} until it is done.`,
      instead: `Build ${index.name} in a window in which writes to ${table} may wait.`,
    };
  },
});
