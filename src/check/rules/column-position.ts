import { formatServer, type Server, serverAtLeast } from '../../model/server.ts';
import { code, columnType, symbol } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const columnPosition = defineRule({
  id: 'column-position',
  title: 'Place of the column rebuilds the table',
  engines: ['mysql'],
  severity: 'warning',
  on: ['addColumn', 'setColumn'],
  docs: {
    why: 'Moving a column rebuilds the table. Adding one elsewhere than at the end is INSTANT from MySQL 8.0.29 on, and a rebuild before; MariaDB does both by INSTANT from 10.4 on.',
    instead: 'Add columns at the end, and leave the order of the others alone.',
    reference:
      'https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html#online-ddl-column-operations',
  },
  check({ kind, table, column, position }, context) {
    const { server } = context;
    const added = kind === 'addColumn';
    if (position === null || context.isNewTable(table) || isInstant(server, added)) return null;
    const target = `${symbol(table)}, ${symbol(column.name)}, ${columnType(column.type)}`;
    return {
      message: added
        ? `${table}.${column.name} is not added at the end, for which ${formatServer(server)} rebuilds ${context.withSize(table)}.`
        : `Moving ${table}.${column.name} rebuilds ${context.withSize(table)}.`,
      instead: code(`${added ? 'add_column' : 'change_column'} ${target}`),
    };
  },
});

/** MariaDB adds and moves columns at any place by INSTANT from 10.4 on, MySQL adds them from 8.0.29 on. */
function isInstant(server: Server, added: boolean): boolean {
  if (server.name === 'mariadb') return serverAtLeast(server, 10, 4);
  return added && serverAtLeast(server, 8, 0, 29);
}
