import { defineRule } from '../rule.ts';

export const rlsAndPolicies = defineRule({
  id: 'rls-and-policies',
  title: 'Rows appear or vanish for roles',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['createPolicy', 'dropPolicy'],
  docs: {
    why: 'A policy decides which rows a role sees and writes. A missing one hides every row of a table with row level security; one too many exposes rows. It takes ACCESS EXCLUSIVE.',
    instead:
      'Try it as the role of the application, on data of more than one owner, before it is merged.',
    reference: 'https://www.postgresql.org/docs/current/ddl-rowsecurity.html',
  },
  check(operation, context) {
    const created = operation.kind === 'createPolicy';
    const name = created ? operation.policy.name : operation.policy;
    const table = created ? operation.policy.table : operation.table;
    if (context.isNewTable(table)) return null;
    return {
      table,
      message: `${created ? 'Creating' : 'Dropping'} the policy ${name} changes which rows of ${table} each role sees.`,
      instead: `Query ${table} as the role of the application before and after ${name}, and compare the rows.`,
    };
  },
});
