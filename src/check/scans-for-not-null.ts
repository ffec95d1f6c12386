import { locksOf } from '../dialect/locks.ts';
import type { Operation } from '../model/operation.ts';
import { findColumn, findTable } from '../model/schema.ts';
import type { RuleContext } from './context.ts';

/**
 * True when SET NOT NULL would read the table: the column can hold NULL, and no validated CHECK says
 * otherwise on a server that takes it for a proof.
 */
export function scansForNotNull(
  table: string,
  column: string,
  { before, after, server }: Pick<RuleContext, 'before' | 'after' | 'server'>,
): boolean {
  const owner = findTable(before, table);
  if ((owner && findColumn(owner, column))?.nullable !== true) return false;
  const operation: Operation = {
    kind: 'setColumnNull',
    table,
    column,
    nullable: false,
    backfill: null,
    source: { path: '', line: 0, column: 0, endLine: 0 },
    condition: null,
    assured: false,
    impliedBy: null,
  };
  const own = locksOf(operation, before, after, server).find((lock) => lock.table === table);
  return own !== undefined && own.work !== 'catalog';
}
