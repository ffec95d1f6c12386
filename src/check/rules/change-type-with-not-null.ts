import { nullsCounted } from '../figures.ts';
import { typeChangeWithNotNull } from '../not-null-with-type.ts';
import { notNullByCheck } from '../recipes/not-null.ts';
import { code, columnType, symbol } from '../ruby.ts';
import { defineRule } from '../rule.ts';
import { scansForNotNull } from '../scans-for-not-null.ts';

export const changeTypeWithNotNull = defineRule({
  id: 'change-type-with-not-null',
  title: 'NOT NULL comes with the change of type',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['setColumn', 'setColumnNull'],
  docs: {
    why: 'A change of type that leaves the rows alone takes a moment; NOT NULL in the same statement reads the whole table under its ACCESS EXCLUSIVE lock. Where the table is rewritten in any case, a row with NULL throws the whole work away at its end.',
    instead: 'Change the type alone, then set NOT NULL by way of a CHECK that is validated.',
    reference: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES',
  },
  check(operation, context) {
    const typed = typeChangeWithNotNull(operation, context);
    if (!typed || context.isNewTable(typed.table)) return null;
    const { table, column } = typed;
    if (!scansForNotNull(table, column.name, context)) return null;
    const rewrites = context.locks.some((lock) => lock.table === table && lock.work === 'rewrite');
    const target = `${table}.${column.name}`;
    const { fails } = nullsCounted(table, column.name, context);
    return {
      table,
      severity: context.severityBySize(table),
      message: rewrites
        ? `${target} becomes ${column.type} and NOT NULL in one statement, which fails at the first row with NULL, however much of ${context.withSize(table)} is rewritten by then.`
        : `${target} becomes ${column.type} and NOT NULL in one statement, which goes through ${context.withSize(table)} row by row while reads and writes wait, ${fails}.`,
      instead: code(
        '# Migration 1: the type alone',
        `change_column ${symbol(table)}, ${symbol(column.name)}, ${columnType(column.type)}`,
        '',
        notNullByCheck(table, column.name, context, 2),
      ),
    };
  },
});
