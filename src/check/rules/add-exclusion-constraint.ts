import { defineRule } from '../rule.ts';

export const addExclusionConstraint = defineRule({
  id: 'add-exclusion-constraint',
  title: 'Exclusion constraint has no online form',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['addExclusionConstraint'],
  docs: {
    why: 'Its index is built under ACCESS EXCLUSIVE, and there is neither CONCURRENTLY nor NOT VALID for it: reads and writes wait for the whole build, and it fails when two rows exclude each other.',
    instead: 'Add it in a maintenance window, or to a new table into which the rows are copied.',
    reference:
      'https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-EXCLUDE',
  },
  check({ table, exclusionConstraint: { name } }, context) {
    if (context.isNewTable(table)) return null;
    return {
      severity: context.severityBySize(table),
      message: `Adding ${name} builds its index while reads and writes of ${context.withSize(table)} wait, and fails when two rows exclude each other.`,
      instead: `Look for rows of ${table} that exclude each other first, and add ${name} in a maintenance window.`,
    };
  },
});
