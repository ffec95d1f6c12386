import { code, columnType, symbol } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const sqliteAlterLimits = defineRule({
  id: 'sqlite-alter-limits',
  title: 'SQLite refuses to add the column',
  engines: ['sqlite'],
  severity: 'danger',
  on: ['addColumn'],
  docs: {
    why: 'ADD COLUMN of SQLite refuses a default that is not constant, such as CURRENT_TIMESTAMP or random() (seen on 3.40).',
    instead: 'Add the column without the default, or create a new table with it.',
    reference: 'https://www.sqlite.org/lang_altertable.html#altertabaddcol',
  },
  check({ table, column }, context) {
    if (column.default?.kind !== 'expression' || context.locks[0]?.work === 'rewrite') return null;
    if (!/\(|\bcurrent_/i.test(column.default.sql)) return null;
    return {
      message: `SQLite refuses to add ${table}.${column.name}, as its default ${column.default.sql} is not constant.`,
      instead: code(
        `add_column ${symbol(table)}, ${symbol(column.name)}, ${columnType(column.type)}`,
      ),
    };
  },
});
