import { typeChangeOf } from '../../dialect/locks.ts';
import { findColumn, findTable } from '../../model/schema.ts';
import { formatServer } from '../../model/server.ts';
import { defineRule } from '../rule.ts';

export const mysqlEnumSetChange = defineRule({
  id: 'mysql-enum-set-change',
  title: 'Members of an ENUM or SET change their place',
  engines: ['mysql'],
  severity: 'danger',
  on: ['setColumn'],
  docs: {
    why: 'Members appended at the end are a change of metadata. Anything else copies the table, and rows with a member that is gone fail in strict mode or become the empty string without it.',
    instead: 'Add new members at the end only.',
    reference:
      'https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html#online-ddl-column-operations',
  },
  check({ table: name, column }, context) {
    const table = findTable(context.before, name);
    const current = table && findColumn(table, column.name);
    if (!table || !current || context.isNewTable(name)) return null;
    if (!/^(enum|set)\(/.test(current.type) || !/^(enum|set)\(/.test(column.type)) return null;
    if (typeChangeOf(context.engine, current, column, table, context.server).work !== 'rewrite')
      return null;
    return {
      message: `The members of ${name}.${column.name} change from ${current.type} to ${column.type} otherwise than by additions at the end: ${formatServer(context.server)} copies ${context.withSize(name)}, and values that are gone are lost.`,
      instead: `Keep the members of ${name}.${column.name} in their order and add new ones at the end.`,
    };
  },
});
