import { formatServer } from '../../model/server.ts';
import { addColumnInStages } from '../recipes/add-column.ts';
import { defineRule } from '../rule.ts';

export const addColumnExpressionDefaultMysql = defineRule({
  id: 'add-column-expression-default-mysql',
  title: 'Table is copied for a computed default',
  engines: ['mysql'],
  severity: 'danger',
  on: ['addColumn'],
  docs: {
    why: 'An expression as default is computed for each row, which needs a copy of the table while writes wait. With statement-based replication, replicas can compute other values.',
    instead: 'Add the column without the default, set the default, fill the old rows in batches.',
    reference: 'https://dev.mysql.com/doc/refman/8.0/en/data-type-defaults.html',
  },
  check({ table, column }, context) {
    if (column.default?.kind !== 'expression' || context.isNewTable(table)) return null;
    if (!context.locks.some(({ work }) => work === 'rewrite')) return null;
    return {
      severity: context.severityBySize(table),
      message: `The default ${column.default.sql} of ${table}.${column.name} is computed for each row: ${formatServer(context.server)} copies ${context.withSize(table)} while writes wait.`,
      instead: addColumnInStages(table, column, context),
    };
  },
});
