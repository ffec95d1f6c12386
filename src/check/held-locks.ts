import type { Operation } from '../model/operation.ts';
import { formatLocation } from '../model/source.ts';
import type { RuleContext, Sibling } from './context.ts';
import { beforeStatement } from './statements.ts';

/**
 * The earlier operation of the same transaction that still blocks writes to one of these tables;
 * null when none does. Only where a transaction keeps locks until its end.
 */
export function heldAgainstWrites(context: RuleContext, tables: readonly string[]): Sibling | null {
  if (!context.migration.transactional) return null;
  const holds = ({ locks, isNewTable }: Sibling) =>
    locks.some(
      (lock) => lock.blocksWrites && tables.includes(lock.table) && !isNewTable(lock.table),
    );
  return beforeStatement(context).find(holds) ?? null;
}

/** The tables that the transaction has locked against reads so far, and the first operation that did; null for none. */
export function heldAgainstReads(
  context: RuleContext,
): { readonly operation: Operation; readonly tables: readonly string[] } | null {
  if (!context.migration.transactional) return null;
  const held = beforeStatement(context).flatMap(({ operation, locks, isNewTable }) =>
    locks
      .filter((lock) => lock.blocksReads && !isNewTable(lock.table))
      .map(({ table }) => ({ operation, table })),
  );
  const [first] = held;
  return first ? { ...first, tables: [...new Set(held.map(({ table }) => table))] } : null;
}

/** What else waits as long as an operation takes: a clause to put before the full stop, empty for nothing. */
export function waitsAlong(context: RuleContext): string {
  const held = heldAgainstReads(context);
  if (!held) return '';
  const place = formatLocation(held.operation.source);
  return `; the transaction keeps ${held.tables.join(', ')} locked against reads and writes for as long, since ${place}`;
}
