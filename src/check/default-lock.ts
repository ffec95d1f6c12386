import { locksOf } from '../dialect/locks.ts';
import type { MysqlLockLevel } from '../model/lock.ts';
import type { Operation } from '../model/operation.ts';
import type { RuleContext } from './context.ts';

/** What MySQL takes by itself for an operation whose ALGORITHM and LOCK are left out; null for nothing. */
export function defaultLockOf(
  operation: Operation,
  { before, after, server }: RuleContext,
): MysqlLockLevel | null {
  const { online: _stated, ...unstated } = operation;
  const level = locksOf(unstated, before, after, server)[0]?.level;
  return level?.engine === 'mysql' ? level : null;
}
