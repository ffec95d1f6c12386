import { code, outsideTransaction, symbol, symbols, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const addUniqueConstraint = defineRule({
  id: 'add-unique-constraint',
  title: 'Index of the constraint is built while the table is locked',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['addUniqueConstraint'],
  docs: {
    why: 'ADD UNIQUE builds its index under ACCESS EXCLUSIVE: reads and writes wait for the whole build.',
    instead: 'Build a unique index concurrently, then make the constraint from it.',
    reference:
      'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX',
  },
  check({ table, uniqueConstraint: { name, columns }, usingIndex }, context) {
    if (usingIndex !== null || context.isNewTable(table)) return null;
    const index = `index_${table.replaceAll('.', '_')}_on_${columns.join('_and_')}`;
    const target = symbol(table);
    return {
      severity: context.severityBySize(table),
      message: `Adding ${name} builds its index while reads and writes of ${context.withSize(table)} wait.`,
      instead: code(
        '# Migration 1',
        ...outsideTransaction(
          `add_index ${target}, ${symbols(columns)}, unique: true, name: ${text(index)}, algorithm: :concurrently`,
        ),
        '',
        '# Migration 2',
        'def up',
        [`add_unique_constraint ${target}, name: ${text(name)}, using_index: ${text(index)}`],
        'end',
        '',
        'def down',
        [`remove_unique_constraint ${target}, name: ${text(name)}`],
        'end',
      ),
    };
  },
});
