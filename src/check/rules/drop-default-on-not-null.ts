import { ENGINES } from '../../model/engine.ts';
import { findColumn, findTable } from '../../model/schema.ts';
import { code, defaultValue, symbol } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const dropDefaultOnNotNull = defineRule({
  id: 'drop-default-on-not-null',
  title: 'Inserts that rely on the default fail',
  engines: ENGINES,
  severity: 'warning',
  on: ['setColumnDefault'],
  docs: {
    why: 'The column is NOT NULL: an INSERT that leaves it out, as running code with partial inserts does, fails from then on.',
    instead: 'Deploy code that always writes the column, then drop the default.',
    reference:
      'https://guides.rubyonrails.org/configuring.html#config-active-record-partial-inserts',
  },
  check({ table, column, default: value }, context) {
    const owner = findTable(context.before, table);
    const current = owner && findColumn(owner, column);
    if (value !== null || !current || current.nullable || current.default === null) return null;
    if (context.isNewColumn(table, column)) return null;
    return {
      message: `${table}.${column} is NOT NULL and loses its default: every INSERT that leaves it out fails.`,
      instead: code(
        `# When all running code writes ${column}`,
        `change_column_default ${symbol(table)}, ${symbol(column)}, from: ${defaultValue(current.default)}, to: nil`,
      ),
    };
  },
});
