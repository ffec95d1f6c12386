import { addColumnInStages } from '../recipes/add-column.ts';
import { defineRule } from '../rule.ts';

export const addColumnConstrainedDomain = defineRule({
  id: 'add-column-constrained-domain',
  title: 'Table is rewritten for a domain with a constraint',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['addColumn'],
  docs: {
    why: 'A column whose type is a domain with NOT NULL or a CHECK makes PostgreSQL rewrite the table, even with a constant default (measured on 15.18 and 18.6).',
    instead:
      'Give the column the base type, and the rule as a CHECK that is added NOT VALID and validated later.',
    reference: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES',
  },
  check({ table, column }, context) {
    const domain = context.before.domains.find(({ name }) => name === column.type);
    if (!domain || context.isNewTable(table)) return null;
    if (domain.nullable && domain.checkConstraints.length === 0) return null;
    return {
      severity: context.severityBySize(table),
      message: `The domain ${domain.name} of ${table}.${column.name} has a constraint: PostgreSQL rewrites ${context.withSize(table)} while reads and writes wait.`,
      instead: addColumnInStages(table, { ...column, type: domain.type }, context),
    };
  },
});
