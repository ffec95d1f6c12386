import { formatServer, serverAtLeast } from '../../model/server.ts';
import { columnCheckedAlong } from '../joined.ts';
import { stagedCheck } from '../recipes/check-constraint.ts';
import { code } from '../ruby.ts';
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
      mysql:
        'The table is copied while writes wait. MySQL before 8.0.16 reads a CHECK and forgets it.',
    },
    instead: 'On PostgreSQL add it NOT VALID, then validate it in a second migration.',
    reference: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/create-table-check-constraints.html',
    },
  },
  check(operation, context) {
    const { table, checkConstraint } = operation;
    const { name, expression, validated, enforced } = checkConstraint;
    if (!validated || enforced === false || context.isNewTable(table)) return null;
    // A column that comes along has a rule of its own.
    if (context.dialect.validatesConstraintsSeparately && columnCheckedAlong(operation, context))
      return null;
    const { server } = context;
    if (server.name === 'mysql' && !serverAtLeast(server, 8, 0, 16)) {
      return {
        severity: 'warning',
        message: `${formatServer(server)} reads ${name} and forgets it: no row of ${table} is ever checked.`,
        instead: `Check ${expression} in the application, or in triggers of ${table}, until the server is 8.0.16 or newer.`,
      };
    }
    const check = stagedCheck(table, name, expression, context);
    const separate = context.dialect.validatesConstraintsSeparately;
    return {
      severity: context.severityBySize(table),
      message: `Adding ${name} checks every row of ${context.withSize(table)} while ${separate ? 'reads and writes' : 'writes'} wait, and fails when one breaks it.`,
      instead: separate
        ? code(
            '# Migration 1: new rows are checked, old ones are not looked at',
            check.add,
            '',
            '# Migration 2: the scan lets reads and writes through',
            check.validate,
          )
        : `Look for rows of ${table} that break ${expression} first, then add the check in a window in which writes may wait.`,
    };
  },
});
