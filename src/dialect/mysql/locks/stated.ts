import type { LockClaim, MysqlLockLevel } from '../../../model/lock.ts';
import type { Operation } from '../../../model/operation.ts';
import type { Server } from '../../../model/server.ts';
import { lockClaim } from './claim.ts';
import { takesStatedAlgorithm } from './online.ts';

const ALGORITHMS = [
  'instant',
  'nocopy',
  'inplace',
  'copy',
] as const satisfies readonly MysqlLockLevel['algorithm'][];

const LOCKS = ['none', 'shared', 'exclusive'] as const satisfies readonly MysqlLockLevel['lock'][];

/**
 * A claim as ALGORITHM and LOCK of the statement have it. COPY copies where less would do, and LOCK
 * holds more back than it has to; a weaker one than is needed the server refuses, so that the claim
 * stays. INPLACE builds a table anew for columns that could come and go INSTANT on MySQL; MariaDB
 * takes it for a limit.
 */
export function asStated(claim: LockClaim, operation: Operation, server: Server): LockClaim {
  const { online } = operation;
  if (!online || claim.level.engine !== 'mysql') return claim;
  const { algorithm, lock } = claim.level;
  const isTaken = online.algorithm === 'copy' || takesStatedAlgorithm(server);
  const by = stronger(ALGORITHMS, algorithm, isTaken ? online.algorithm : undefined);
  const needed = by === 'copy' ? stronger(LOCKS, lock, 'shared') : lock;
  const held = stronger(LOCKS, needed, online.lock);
  const rewrites =
    by === 'copy' || (by === 'inplace' && algorithm === 'instant' && moves(operation));
  return lockClaim(
    claim.table,
    { algorithm: by, lock: held },
    rewrites ? 'rewrite' : claim.work,
    claim.basis,
  );
}

/** Columns that come, go or change places lie elsewhere in each row. */
export function moves(operation: Operation): boolean {
  const { kind } = operation;
  if (kind === 'setColumn') return operation.position !== null;
  return kind === 'addColumn' || kind === 'dropColumn';
}

function stronger<T extends string>(order: readonly T[], one: T, other: T | undefined): T {
  return other !== undefined && order.indexOf(other) > order.indexOf(one) ? other : one;
}
