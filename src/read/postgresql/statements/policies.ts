import type { AlterPolicyStmt, CreatePolicyStmt } from '@pgsql/types';
import type { Policy } from '../../../model/schema.ts';
import { relationName } from '../names.ts';
import { nodeOf, nodesOf } from '../nodes.ts';
import { parseOne } from '../parse.ts';
import type { SqlText } from '../sql-text.ts';
import { roleName } from './objects.ts';
import { printedName, printedNames } from './option-values.ts';
import { type Bodies, NotTold, noEffect, type Reading } from './reading.ts';

/** What CREATE POLICY says; null for a clause that it leaves out. */
interface PolicyClauses {
  readonly permissive: boolean;
  readonly command: string;
  readonly roles: readonly string[];
  readonly using: string | null;
  readonly check: string | null;
}

export function createPolicy(node: CreatePolicyStmt, { statement }: Reading): Bodies {
  const table = relationName(node.table);
  const policy = policyOf(node.policy_name ?? '', table, clausesOf(node, statement.source));
  return [{ kind: 'createPolicy', policy }];
}

function clausesOf(node: CreatePolicyStmt, source: SqlText): PolicyClauses {
  const place = source.characterAt(node.table?.location ?? 0);
  return {
    permissive: node.permissive ?? false,
    command: node.cmd_name ?? 'all',
    roles: nodesOf(node.roles, 'RoleSpec').map(roleName),
    using: node.qual ? conditionBehind(source, place, 'USING') : null,
    check: node.with_check ? conditionBehind(source, place, 'CHECK') : null,
  };
}

function conditionBehind(source: SqlText, place: number, word: 'USING' | 'CHECK'): string {
  const start = source.after(place, word);
  const condition = start === null ? null : source.enclosed(start);
  if (!condition) throw new NotTold('its condition could not be found in the text');
  return condition.text;
}

/** The policy with its statement in the form that pg_dump gives it (dumpPolicy). */
function policyOf(name: string, table: string, clauses: PolicyClauses): Policy {
  const { permissive, command, roles, using, check } = clauses;
  const named = roles.filter((role) => role !== 'PUBLIC').map(printedRole);
  const definition = [
    `CREATE POLICY ${printedName(name)} ON ${printedNames(table)}`,
    permissive ? '' : ' AS RESTRICTIVE',
    command === 'all' ? '' : ` FOR ${command.toUpperCase()}`,
    named.length === 0 ? '' : ` TO ${named.join(', ')}`,
    using === null ? '' : ` USING (${using})`,
    check === null ? '' : ` WITH CHECK (${check})`,
  ].join('');
  return { name, table, definition };
}

function printedRole(role: string): string {
  return /^(?:CURRENT|SESSION)_/.test(role) ? role : printedName(role);
}

/** ALTER POLICY: dropped and made anew, as the policy is then. A Ruby schema file shows none. */
export function alterPolicy(node: AlterPolicyStmt, reading: Reading): Bodies {
  const { policy_name: name = '' } = node;
  const table = relationName(node.table);
  const before = reading.schema.policies.find(
    (policy) => policy.name === name && policy.table === table,
  );
  if (!before) return [noEffect(reading, `changes the policy ${name} of ${table}`)];
  const made = parseOne(before.definition);
  const clauses = made.node && nodeOf(made.node, 'CreatePolicyStmt');
  if (!clauses) throw new NotTold('its statement could not be read');
  const stated = clausesOf(
    { ...node, cmd_name: 'all', permissive: true },
    reading.statement.source,
  );
  const own = clausesOf(clauses, made.source);
  const policy = policyOf(name, table, {
    ...own,
    roles: node.roles ? stated.roles : own.roles,
    using: stated.using ?? own.using,
    check: stated.check ?? own.check,
  });
  return [
    { kind: 'dropPolicy', policy: name, table },
    { kind: 'createPolicy', policy },
  ];
}
