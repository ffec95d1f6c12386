import { columnCheckedAlong } from '../joined.ts';
import { stagedCheck } from '../recipes/check-constraint.ts';
import { code, columnType, symbol } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const addColumnInlineCheck = defineRule({
  id: 'add-column-inline-check',
  title: 'Check that comes with a column reads every row',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['addCheckConstraint'],
  docs: {
    why: 'A CHECK in the statement that adds its column is tried on every row under ACCESS EXCLUSIVE, although each row holds the same value, NULL or the default (measured on 15.18 and 18.6).',
    instead:
      'Add the column alone, then the CHECK NOT VALID, and validate it in a later migration.',
    reference: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES',
  },
  check(operation, context) {
    const { table, checkConstraint } = operation;
    if (!checkConstraint.validated || context.isNewTable(table)) return null;
    const added = columnCheckedAlong(operation, context);
    if (!added) return null;
    const { name, type } = added.column;
    const check = stagedCheck(table, checkConstraint.name, checkConstraint.expression, context);
    return {
      severity: context.severityBySize(table),
      message: `Adding ${table}.${name} with ${checkConstraint.name} reads every row of ${context.withSize(table)} while reads and writes wait.`,
      instead: code(
        '# Migration 1: no row is read',
        `add_column ${symbol(table)}, ${symbol(name)}, ${columnType(type)}`,
        check.add,
        '',
        '# Migration 2: the scan lets reads and writes through',
        check.validate,
      ),
    };
  },
});
