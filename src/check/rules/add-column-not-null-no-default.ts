import { ENGINES } from '../../model/engine.ts';
import { addColumnInStages } from '../recipes/add-column.ts';
import { defineRule } from '../rule.ts';

export const addColumnNotNullNoDefault = defineRule({
  id: 'add-column-not-null-no-default',
  title: 'Required column without a value for old rows',
  engines: ENGINES,
  severity: 'danger',
  on: ['addColumn'],
  docs: {
    why: 'PostgreSQL and SQLite refuse it as soon as the table has a row. MySQL fills in an empty string, 0 or the first enum member without a word. Running code that does not know the column fails on INSERT.',
    instead:
      'Add it nullable, deploy code that writes it, fill the old rows in batches, then set NOT NULL.',
    reference: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES',
  },
  check({ table, column }, context) {
    const valued =
      column.default !== null || column.autoIncrement !== null || column.generated !== null;
    if (column.nullable || valued || context.isNewTable(table)) return null;
    return {
      message: `${table}.${column.name} is NOT NULL without a default: the rows of ${context.withSize(table)} have no value for it, and running code that does not know it fails on INSERT.`,
      instead: addColumnInStages(table, column, context.engine),
    };
  },
});
