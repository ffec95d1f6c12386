import { findTable } from '../../model/schema.ts';
import { giveWay } from '../recipes/lock-timeout.ts';
import { code, symbol, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const removeFk = defineRule({
  id: 'remove-fk',
  title: 'Both tables are locked to drop a foreign key',
  engines: ['postgresql'],
  severity: 'warning',
  on: ['dropForeignKey'],
  docs: {
    why: 'DROP CONSTRAINT takes ACCESS EXCLUSIVE on the child and on the parent. While it waits behind a running query, everything else on both tables queues behind it. Adding the key again fails once a row has no parent.',
    instead:
      'Set a lock_timeout and try again until it gets both locks; do nothing else in the transaction.',
    reference: 'https://www.postgresql.org/docs/current/sql-altertable.html',
  },
  check({ table, foreignKey }, context) {
    const key = findTable(context.before, table)?.foreignKeys.find(
      ({ name }) => name === foreignKey,
    );
    if (!key || context.isNewTable(table)) return null;
    const tables = [...new Set([table, key.toTable])];
    const returns = findTable(context.final, table)?.foreignKeys.some(
      (other) =>
        other.toTable === key.toTable && other.columns.join('\0') === key.columns.join('\0'),
    );
    return {
      message: `Dropping ${foreignKey} locks ${tables.join(' and ')} against reads and writes${returns ? '' : ', and no longer keeps orphans out'}.`,
      instead: code(
        '# In a migration of its own',
        ...giveWay(context),
        `remove_foreign_key ${symbol(table)}, ${symbol(key.toTable)}, name: ${text(foreignKey)}`,
      ),
    };
  },
});
