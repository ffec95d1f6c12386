import type { Policy } from '../../../../model/schema.ts';
import { findTable } from '../../../../model/schema.ts';
import { Cursor } from '../head/cursor.ts';
import { qualified, quoted } from '../names.ts';
import { conditionSql, expressionSql, type PrintContext } from './context.ts';

/** CREATE POLICY in one line, as dumpPolicy writes it. */
export function createPolicy(policy: Policy, context: PrintContext): string {
  const cursor = new Cursor(policy.definition, 'public');
  const columns = findTable(context.schema, policy.table)?.columns ?? [];
  const head = `CREATE POLICY ${quoted(policy.name)} ON ${qualified(policy.table)}`;
  if (!cursor.take('CREATE', 'POLICY')) return `${expressionSql(policy.definition, context)};`;
  cursor.identifier();
  cursor.take('ON');
  cursor.name();
  const restrictive = cursor.take('AS', 'RESTRICTIVE') ? ' AS RESTRICTIVE' : '';
  cursor.take('AS', 'PERMISSIVE');
  const command = commandOf(cursor);
  const roles = cursor.take('TO') ? rolesOf(cursor.before('USING', 'WITH')) : '';
  const using = cursor.take('USING') ? cursor.enclosed() : null;
  const check = cursor.take('WITH', 'CHECK') ? cursor.enclosed() : null;
  const clauses = [
    using === null ? '' : ` USING (${conditionSql(using, columns, context)})`,
    check === null ? '' : ` WITH CHECK (${conditionSql(check, columns, context)})`,
  ];
  return `${head}${restrictive}${command}${roles}${clauses.join('')};`;
}

/** A policy is for all commands unless it says another, and for all roles. */
function commandOf(cursor: Cursor): string {
  if (!cursor.take('FOR')) return '';
  const word = cursor.word().toUpperCase();
  return word === 'ALL' ? '' : ` FOR ${word}`;
}

function rolesOf(text: string): string {
  return /^public$/i.test(text.trim()) ? '' : ` TO ${text.trim()}`;
}
