import { findColumn } from '../../model/schema.ts';
import { integerBytes } from '../integer-types.ts';
import { code, symbol } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const shortPrimaryKey = defineRule({
  id: 'short-primary-key',
  title: 'Primary key can run out of numbers',
  // An INTEGER PRIMARY KEY of SQLite has 64 bits.
  engines: ['postgresql', 'mysql'],
  severity: 'warning',
  on: ['createTable'],
  docs: {
    why: 'An integer key ends at 2,147,483,647, numbers of rolled back inserts included; every insert fails then, and a wider key needs the whole table rewritten.',
    instead: 'Use bigint, which is the default from Rails 5.1 on, or uuid.',
    reference: 'https://www.postgresql.org/docs/current/datatype-numeric.html',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/integer-types.html',
    },
  },
  check({ table }) {
    const key = table.primaryKey?.columns ?? [];
    const column = key.length === 1 ? findColumn(table, key[0] ?? '') : null;
    const bytes = column && integerBytes(column.type);
    if (!column || column.autoIncrement === null || bytes === null || bytes >= 8) return null;
    return {
      table: table.name,
      message: `${table.name}.${column.name} is ${column.type}: when its numbers run out, every INSERT fails.`,
      instead: code(`create_table ${symbol(table.name)}, id: :bigint`),
    };
  },
});
