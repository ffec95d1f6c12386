import type { OperationOf } from '../model/operation.ts';
import type { RuleContext } from './context.ts';

/**
 * The name of the unique index that PRIMARY KEY USING INDEX turns into the key. The readers tell it
 * as two operations: the index goes and the key comes. Null for a key that builds its own.
 */
export function indexTakenOver(
  { table, usingIndex }: OperationOf<'addPrimaryKey'>,
  { earlier }: RuleContext,
): string | null {
  const drop = earlier.at(-1)?.operation;
  const isTaken = usingIndex && drop?.kind === 'dropIndex' && drop.table === table;
  return isTaken ? drop.index : null;
}

/** True when the index that is dropped becomes the primary key in the same statement. */
export function becomesKey({ table }: OperationOf<'dropIndex'>, { later }: RuleContext): boolean {
  const next = later[0]?.operation;
  return next?.kind === 'addPrimaryKey' && next.table === table && next.usingIndex === true;
}
