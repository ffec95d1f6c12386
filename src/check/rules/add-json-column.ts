import { code, symbol } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const addJsonColumn = defineRule({
  id: 'add-json-column',
  title: 'json has no equality',
  engines: ['postgresql'],
  severity: 'warning',
  on: ['addColumn'],
  docs: {
    why: 'The type json has no equality operator: SELECT DISTINCT, UNION and GROUP BY over the whole row start to fail in queries that nobody touched.',
    instead: 'Use jsonb.',
    reference: 'https://www.postgresql.org/docs/current/datatype-json.html',
  },
  check({ table, column }, context) {
    if (column.type !== 'json' || context.isNewTable(table)) return null;
    return {
      message: `With the json column ${column.name}, SELECT DISTINCT on ${table} fails: json has no equality operator.`,
      instead: code(`add_column ${symbol(table)}, ${symbol(column.name)}, :jsonb`),
    };
  },
});
