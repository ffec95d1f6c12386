import type { LockClaim } from '../../../model/lock.ts';
import type { Operation } from '../../../model/operation.ts';
import type { Server } from '../../../model/server.ts';
import { claimsOn, lockClaim } from './claim.ts';
import { moves } from './stated.ts';

/** One operation of a statement, with what it locks by itself. */
export interface LockedOperation {
  readonly operation: Operation;
  readonly locks: readonly LockClaim[];
}

/**
 * What each operation of one ALTER TABLE locks. A statement is done in one way: where another operation
 * of it is not INSTANT, columns come and go by building the table anew, even if each alone would be no
 * more than a change of the catalog. On MariaDB it takes one that goes through the rows.
 */
export function togetherOn(
  run: readonly LockedOperation[],
  server: Server,
): readonly (readonly LockClaim[])[] {
  const forbids = run.some(({ locks: [own] }) => own && forbidsInstant(own, server));
  if (!forbids) return run.map(({ locks }) => locks);
  const addsVirtual = run.some(({ operation }) => isVirtual(operation));
  return run.map(({ operation, locks }) => {
    const [own, ...others] = locks;
    if (!own) return locks;
    if (addsVirtual && own.work === 'indexBuild') return [withSharedLock(own), ...others];
    const isMoved = moves(operation) && !isVirtual(operation) && isInstant(own);
    return isMoved ? [claimsOn(server).rebuild(own.table), ...others] : locks;
  });
}

function forbidsInstant(own: LockClaim, server: Server): boolean {
  return server.name === 'mariadb' ? own.work !== 'catalog' : !isInstant(own);
}

function isInstant({ level }: LockClaim): boolean {
  return level.engine === 'mysql' && level.algorithm === 'instant';
}

function isVirtual(operation: Operation): boolean {
  return operation.kind === 'addColumn' && operation.column.generated?.stored === false;
}

/** An index over a virtual column that comes with it is built while writes wait. */
function withSharedLock(claim: LockClaim): LockClaim {
  if (claim.level.engine !== 'mysql') return claim;
  const { algorithm } = claim.level;
  return lockClaim(claim.table, { algorithm, lock: 'shared' }, claim.work, claim.basis);
}
