import { heatOf, withHeat } from '../hot-tables.ts';
import { giveWay } from '../recipes/lock-timeout.ts';
import { code } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const createTableWithFk = defineRule({
  id: 'create-table-with-fk',
  title: 'New table locks the tables it refers to',
  engines: ['postgresql'],
  severity: 'warning',
  on: ['createTable'],
  docs: {
    why: 'A foreign key in CREATE TABLE takes SHARE ROW EXCLUSIVE on each parent: short, but while it waits behind a long transaction, writes to the parent queue behind it.',
    instead: 'Set a lock_timeout, so that the migration gives way and can be tried again.',
    reference:
      'https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT',
  },
  check({ table }, context) {
    const parents = table.foreignKeys
      .map(({ toTable }) => toTable)
      .filter((parent) => parent !== table.name && !context.isNewTable(parent));
    if (parents.length === 0) return null;
    // Of several parents in one transaction the rule for several foreign keys tells.
    if (context.migration.transactional && new Set(parents).size > 1) return null;
    const hot = parents.filter((parent) => heatOf(parent, context) === 'hot');
    return {
      table: table.name,
      severity: hot.length > 0 ? 'warning' : 'info',
      message: `Creating ${table.name} blocks writes to ${[...new Set(parents)].map((parent) => withHeat(parent, context)).join(', ')} for a moment, longer when it has to wait for a transaction there.`,
      instead: code(...giveWay(context)),
    };
  },
});
