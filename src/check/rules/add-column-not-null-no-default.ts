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
    why: 'Running code that does not know the column fails on INSERT.',
    onEngine: {
      postgresql: 'PostgreSQL refuses to add the column as soon as the table has a row.',
      sqlite:
        'SQLite refuses to add the column as soon as the table has a row, and the copy of the table that Rails makes instead fails as well.',
      mysql:
        'MySQL gives the rows that are there an empty string, 0 or the first enum member without a word.',
    },
    instead:
      'Add it nullable, deploy code that writes it, fill the old rows in batches, then set NOT NULL.',
    reference: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/data-type-defaults.html',
      sqlite: 'https://www.sqlite.org/lang_altertable.html#altertabaddcol',
    },
  },
  check({ table, column }, context) {
    const valued =
      column.default !== null || column.autoIncrement !== null || column.generated !== null;
    if (column.nullable || valued || context.isNewTable(table)) return null;
    const size = context.sizeOf(table);
    if (size.rows === 0) {
      return {
        severity: 'warning',
        message: `${table}.${column.name} is NOT NULL without a default: ${context.withSize(table)} has no row that lacks it as long as that holds, and running code that does not know it fails on INSERT.`,
        instead: addColumnInStages(table, column, context),
      };
    }
    return {
      message: `${table}.${column.name} is NOT NULL without a default: the rows of ${context.withSize(table)} have no value for it, and running code that does not know it fails on INSERT.`,
      instead: addColumnInStages(table, column, context),
    };
  },
});
