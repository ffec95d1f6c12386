import { isVolatile } from '../../dialect/postgresql/locks/volatility.ts';
import { addColumnInStages } from '../recipes/add-column.ts';
import { defineRule } from '../rule.ts';

export const addColumnVolatileDefault = defineRule({
  id: 'add-column-volatile-default',
  title: 'Table is rewritten for a computed default',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['addColumn'],
  docs: {
    why: 'A default that is computed anew for each row, such as gen_random_uuid() or clock_timestamp(), is written into every row, with all indexes, under ACCESS EXCLUSIVE. A constant or now() is not.',
    instead: 'Add the column without the default, set the default, fill the old rows in batches.',
    reference: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES',
  },
  check({ table, column }, context) {
    if (column.default?.kind !== 'expression' || context.isNewTable(table)) return null;
    // Before PostgreSQL 11 the others are written as well, which a rule of its own tells.
    if (!isVolatile(column.default.sql)) return null;
    return {
      severity: context.severityBySize(table),
      message: `The default ${column.default.sql} of ${table}.${column.name} is computed for each row: PostgreSQL rewrites ${context.withSize(table)} while reads and writes wait.`,
      instead: addColumnInStages(table, column, context),
    };
  },
});
