import { code, columnType, symbol } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const columnPosition = defineRule({
  id: 'column-position',
  title: 'Place of the column rebuilds the table',
  engines: ['mysql'],
  severity: 'warning',
  on: ['addColumn', 'setColumn'],
  docs: {
    why: 'Moving a column rebuilds the table. Adding one elsewhere than at the end is INSTANT from MySQL 8.0.29 on, and a rebuild before.',
    instead: 'Add columns at the end, and leave the order of the others alone.',
    reference:
      'https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html#online-ddl-column-operations',
  },
  check({ kind, table, column, position }, context) {
    if (position === null || context.isNewTable(table)) return null;
    const target = `${symbol(table)}, ${symbol(column.name)}, ${columnType(column.type)}`;
    const added = kind === 'addColumn';
    return {
      severity: added ? 'info' : 'warning',
      message: added
        ? `${table}.${column.name} is not added at the end: before MySQL 8.0.29 this rebuilds ${context.withSize(table)}.`
        : `Moving ${table}.${column.name} rebuilds ${context.withSize(table)}.`,
      instead: code(`${added ? 'add_column' : 'change_column'} ${target}`),
    };
  },
});
