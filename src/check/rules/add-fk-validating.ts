import { waitsAlong } from '../held-locks.ts';
import { foreignKeyInTwoSteps } from '../recipes/foreign-key.ts';
import { defineRule } from '../rule.ts';
import { weightiest } from '../severity.ts';

export const addFkValidating = defineRule({
  id: 'add-fk-validating',
  title: 'Foreign key is checked while writes to both tables wait',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['addForeignKey'],
  docs: {
    why: 'ADD FOREIGN KEY takes SHARE ROW EXCLUSIVE on both tables and reads both while it holds it: no row of either can be written until it is done.',
    instead:
      'Add it NOT VALID, then validate it in a second migration, which takes only SHARE UPDATE EXCLUSIVE and ROW SHARE.',
    reference: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES',
  },
  check({ table, foreignKey }, context) {
    if (!foreignKey.validated || context.isNewTable(table)) return null;
    const { toTable } = foreignKey;
    const tables = [...new Set([table, toTable])].filter((name) => !context.isNewTable(name));
    const inUse = tables.map((name) => context.withSize(name));
    return {
      severity:
        weightiest([context.severityBySize(table), context.severityBySize(toTable)]) ?? 'danger',
      message: `Adding ${foreignKey.name} blocks writes to ${inUse.join(' and ')} until every row is checked${waitsAlong(context)}.`,
      instead: foreignKeyInTwoSteps(table, foreignKey),
    };
  },
});
