import { ENGINES } from '../../model/engine.ts';
import { defineRule } from '../rule.ts';

export const dropConstraint = defineRule({
  id: 'drop-constraint',
  title: 'Rows that break the rule can enter',
  engines: ENGINES,
  severity: 'warning',
  on: ['dropCheckConstraint', 'dropUniqueConstraint', 'dropExclusionConstraint'],
  docs: {
    why: 'From then on nothing keeps rows out that break the rule, and the constraint cannot be added again while one is there.',
    instead:
      'Make sure that the application holds the rule, and write down how such rows are found before a rollback.',
    reference: 'https://www.postgresql.org/docs/current/ddl-constraints.html',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/create-table-check-constraints.html',
      sqlite: 'https://www.sqlite.org/lang_createtable.html#constraints',
    },
  },
  check(operation, context) {
    if (context.isNewTable(operation.table)) return null;
    const name = nameOf(operation);
    // A CHECK that only proved NOT NULL has done its work once the column is NOT NULL.
    const proved = context.earlier.some(
      (each) =>
        each.operation.kind === 'setColumnNull' &&
        each.operation.table === operation.table &&
        !each.operation.nullable,
    );
    if (proved && operation.kind === 'dropCheckConstraint') return null;
    const again = context.later.some(
      ({ operation: later }) =>
        later.kind === 'addCheckConstraint' &&
        later.table === operation.table &&
        later.checkConstraint.name === name,
    );
    if (again && operation.kind === 'dropCheckConstraint') {
      return {
        severity: 'info',
        message: `Another ${name} takes the place of this one: rows that the new one lets in can break the old one, which cannot be added again while one is there.`,
        instead: `Write down the query that finds rows of ${operation.table} that break the old ${name}, for the case of a rollback.`,
      };
    }
    return {
      message: `Without ${name}, rows that break it can enter ${operation.table}, and it cannot be added again while one is there.`,
      instead: `Write down the query that finds rows of ${operation.table} that break ${name}, for the case of a rollback.`,
    };
  },
});

type Drop =
  | { readonly kind: 'dropCheckConstraint'; readonly checkConstraint: string }
  | { readonly kind: 'dropUniqueConstraint'; readonly uniqueConstraint: string }
  | { readonly kind: 'dropExclusionConstraint'; readonly exclusionConstraint: string };

function nameOf(operation: Drop): string {
  if (operation.kind === 'dropCheckConstraint') return operation.checkConstraint;
  if (operation.kind === 'dropUniqueConstraint') return operation.uniqueConstraint;
  return operation.exclusionConstraint;
}
