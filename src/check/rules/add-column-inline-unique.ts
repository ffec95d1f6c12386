import type { OperationOf } from '../../model/operation.ts';
import type { Column } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import { columnAddedAlong } from '../joined.ts';
import { uniqueByIndex } from '../recipes/unique-constraint.ts';
import { code, columnType, symbol } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const addColumnInlineUnique = defineRule({
  id: 'add-column-inline-unique',
  title: 'Unique column builds its index under a full lock',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['addUniqueConstraint'],
  docs: {
    why: 'ADD COLUMN … UNIQUE builds the index of the constraint in the same statement: the table is read under ACCESS EXCLUSIVE, although every row holds the same value.',
    instead:
      'Add the column alone, build a unique index concurrently, then make the constraint from it.',
    reference:
      'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX',
  },
  check(operation, context) {
    const { table, uniqueConstraint, usingIndex } = operation;
    if (usingIndex !== null || context.isNewTable(table)) return null;
    const columns = columnsOfUnique(operation, context);
    if (columns.length === 0) return null;
    const names = columns.map(({ name }) => name).join(', ');
    return {
      severity: context.severityBySize(table),
      message: `Adding ${table}.${names} with ${uniqueConstraint.name} builds an index over ${context.withSize(table)} while reads and writes wait.`,
      instead: code(
        '# Migration 1',
        ...columns.map(
          ({ name, type }) => `add_column ${symbol(table)}, ${symbol(name)}, ${columnType(type)}`,
        ),
        '',
        uniqueByIndex(table, uniqueConstraint, 2),
      ),
    };
  },
});

/** Columns of a unique constraint that the same ALTER TABLE adds. */
function columnsOfUnique(
  operation: OperationOf<'addUniqueConstraint'>,
  context: RuleContext,
): readonly Column[] {
  return operation.uniqueConstraint.columns.flatMap(
    (name) => columnAddedAlong(operation, name, context)?.column ?? [],
  );
}
