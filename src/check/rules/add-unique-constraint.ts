import { columnAddedAlong } from '../joined.ts';
import { partitionKeyOf } from '../partitions.ts';
import { uniqueByIndex } from '../recipes/unique-constraint.ts';
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
  check(operation, context) {
    const { table, uniqueConstraint, usingIndex } = operation;
    if (usingIndex !== null || context.isNewTable(table)) return null;
    const { name, columns } = uniqueConstraint;
    // A column that comes along has a rule of its own.
    if (columns.some((column) => columnAddedAlong(operation, column, context))) return null;
    return {
      severity: context.severityBySize(table),
      message: `Adding ${name} builds its index while reads and writes of ${context.withSize(table)} wait.`,
      instead:
        partitionKeyOf(context.before, table) !== null
          ? `Add ${name} to each partition of ${table} from an index that was built concurrently, then to ${table} with ADD CONSTRAINT, which takes over what the partitions have.`
          : uniqueByIndex(table, uniqueConstraint),
    };
  },
});
