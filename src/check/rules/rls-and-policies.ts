import type { OperationOf } from '../../model/operation.ts';
import type { RuleContext } from '../context.ts';
import { defineRule, type Finding } from '../rule.ts';

export const rlsAndPolicies = defineRule({
  id: 'rls-and-policies',
  title: 'Rows appear or vanish for roles',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['createPolicy', 'dropPolicy', 'setTableOptions'],
  docs: {
    why: 'A policy decides which rows a role sees and writes. A missing one hides every row of a table with row level security; one too many exposes rows. It takes ACCESS EXCLUSIVE.',
    instead:
      'Try it as the role of the application, on data of more than one owner, before it is merged.',
    reference: 'https://www.postgresql.org/docs/current/ddl-rowsecurity.html',
  },
  check(operation, context) {
    if (operation.kind === 'setTableOptions') return switched(operation, context);
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

/** ENABLE, DISABLE and FORCE ROW LEVEL SECURITY. */
function switched(
  { table, rowSecurity }: OperationOf<'setTableOptions'>,
  context: RuleContext,
): Finding | null {
  if (rowSecurity === undefined || context.isNewTable(table)) return null;
  const policies = context.final.policies.filter((policy) => policy.table === table);
  const hidden = `${table} shows its rows to those alone whom a policy names${policies.length === 0 ? ', and it has none: every role but its owner sees an empty table' : ''}`;
  return {
    table,
    message: rowSecurity.enabled
      ? `With row level security ${hidden}.`
      : `Without row level security every role that may read ${table} sees all of its rows.`,
    instead: `Query ${table} as the role of the application before and after, and compare the rows.`,
  };
}
