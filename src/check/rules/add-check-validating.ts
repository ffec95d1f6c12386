import { code, symbol, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const addCheckValidating = defineRule({
  id: 'add-check-validating',
  title: 'Every row is checked while the table is locked',
  engines: ['postgresql', 'mysql'],
  severity: 'danger',
  on: ['addCheckConstraint'],
  docs: {
    why: 'It fails when a row breaks the rule.',
    onEngine: {
      postgresql:
        'PostgreSQL reads the whole table under ACCESS EXCLUSIVE, so that reads and writes wait.',
      mysql: 'MySQL copies the table while writes wait.',
    },
    instead: 'On PostgreSQL add it NOT VALID, then validate it in a second migration.',
    reference: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/create-table-check-constraints.html',
    },
  },
  check({ table, checkConstraint: { name, expression, validated } }, context) {
    if (!validated || context.isNewTable(table)) return null;
    const named = `name: ${text(name)}`;
    const separate = context.dialect.validatesConstraintsSeparately;
    return {
      severity: context.severityBySize(table),
      message: `Adding ${name} checks every row of ${context.withSize(table)} while ${separate ? 'reads and writes' : 'writes'} wait, and fails when one breaks it.`,
      instead: separate
        ? code(
            '# Migration 1: new rows are checked, old ones are not looked at',
            `add_check_constraint ${symbol(table)}, ${text(expression)}, ${named}, validate: false`,
            '',
            '# Migration 2: the scan lets reads and writes through',
            `validate_check_constraint ${symbol(table)}, ${named}`,
          )
        : `Look for rows of ${table} that break ${expression} first, then add the check in a window in which writes may wait.`,
    };
  },
});
