import type { OperationOf } from '../../model/operation.ts';
import type { Domain } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import { code, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';
import { weightiest } from '../severity.ts';
import { sqlName } from '../sql-name.ts';

export const domainWithConstraint = defineRule({
  id: 'domain-with-constraint',
  title: 'Rule of a domain reads every table that uses it',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['createDomain'],
  docs: {
    why: 'A CHECK or NOT NULL that a domain gets is tried on every column of the domain: PostgreSQL reads all of these tables under SHARE in one statement, so that their writes wait (measured on 15.18 and 18.6). A column of a domain with a rule rewrites the table that it is added to.',
    instead:
      'Add the CHECK NOT VALID, which locks none of the tables, or give the tables a CHECK of their own.',
    reference: 'https://www.postgresql.org/docs/current/sql-alterdomain.html',
  },
  check(operation, context) {
    const { domain } = operation;
    const before = context.before.domains.find(({ name }) => name === domain.name) ?? null;
    const rules = rulesAdded(before, domain);
    if (rules.length === 0) return null;
    const users = tablesUsing(domain.name, context);
    if (!before) return created(operation);
    if (users.length === 0) return null;
    return {
      table: users[0] ?? null,
      severity: weightiest(users.map(context.severityBySize)) ?? 'danger',
      message: `${rules.join(' and ')} of the domain ${domain.name} is tried on every row of ${users.map(context.withSize).join(', ')} in one statement, while writes to ${users.length === 1 ? 'it' : 'them'} wait.`,
      instead: addNotValid(before, domain, context),
    };
  },
});

function created({ domain }: OperationOf<'createDomain'>) {
  return {
    table: null,
    severity: 'info' as const,
    message: `A column of the domain ${domain.name} rewrites the table that it is added to, and a change of its rule later locks every table that uses it.`,
    instead: `Use ${domain.type} with a CHECK in each table instead of ${domain.name}, unless only new tables will use it.`,
  };
}

/** What the domain asks of its values that it did not ask before, in words. */
function rulesAdded(before: Domain | null, after: Domain): readonly string[] {
  const known = before?.checkConstraints ?? [];
  const isKnown = (name: string) => known.some((check) => check.name === name && check.validated);
  const checks = after.checkConstraints
    .filter(({ name, validated }) => validated && !isKnown(name))
    .map(({ name }) => `the CHECK ${name}`);
  const setsNotNull = !after.nullable && before?.nullable !== false;
  const [first = '', ...rest] = [...checks, ...(setsNotNull ? ['NOT NULL'] : [])];
  return first === '' ? [] : [first.charAt(0).toUpperCase() + first.slice(1), ...rest];
}

function tablesUsing(domain: string, { before, isNewTable }: RuleContext): readonly string[] {
  return before.tables
    .filter(({ columns }) => columns.some(({ type }) => type === domain))
    .map(({ name }) => name)
    .filter((name) => !isNewTable(name));
}

function addNotValid(before: Domain, after: Domain, { engine }: RuleContext): string {
  const known = before.checkConstraints.map(({ name }) => name);
  const checks = after.checkConstraints.filter(({ name }) => !known.includes(name));
  if (checks.length === 0) {
    return `Give each table that uses ${after.name} a CHECK of its own, added NOT VALID and validated later.`;
  }
  const alter = `ALTER DOMAIN ${sqlName(after.name, engine)}`;
  return code(
    '# Migration 1: new values are checked, no table is locked',
    ...checks.map(
      ({ name, expression }) =>
        `execute ${text(`${alter} ADD CONSTRAINT ${sqlName(name, engine)} CHECK (${expression}) NOT VALID`)}`,
    ),
    '',
    '# Migration 2, in a quiet window: reads the tables while their writes wait',
    ...checks.map(
      ({ name }) => `execute ${text(`${alter} VALIDATE CONSTRAINT ${sqlName(name, engine)}`)}`,
    ),
  );
}
