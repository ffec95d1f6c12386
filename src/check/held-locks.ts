import type { Operation } from '../model/operation.ts';
import type { RuleContext, Sibling } from './context.ts';

/**
 * The earlier operation of the same transaction that still blocks writes to one of these tables;
 * null when none does. Only where a transaction keeps locks until its end.
 */
export function heldAgainstWrites(
  { migration, earlier }: RuleContext,
  tables: readonly string[],
): Sibling | null {
  if (!migration.transactional) return null;
  const holds = ({ locks, isNewTable }: Sibling) =>
    locks.some(
      (lock) => lock.blocksWrites && tables.includes(lock.table) && !isNewTable(lock.table),
    );
  return earlier.find(holds) ?? null;
}

/** The earlier operation of the same transaction that blocks reads of a table, and which table; null when none does. */
export function heldAgainstReads({
  migration,
  earlier,
}: RuleContext): { readonly operation: Operation; readonly table: string } | null {
  if (!migration.transactional) return null;
  for (const { operation, locks, isNewTable } of earlier) {
    const held = locks.find((lock) => lock.blocksReads && !isNewTable(lock.table));
    if (held) return { operation, table: held.table };
  }
  return null;
}
