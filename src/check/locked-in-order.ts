import type { Operation, OperationKind } from '../model/operation.ts';
import type { RuleContext, Sibling } from './context.ts';
import { keysMade } from './foreign-keys.ts';

/** Kinds that lock what a foreign key joins. */
export const KEY_KINDS: readonly OperationKind[] = ['addForeignKey', 'createTable'];

/** The operations of the same migration with this one among them, in order. */
export function siblingsOf(operation: Operation, context: RuleContext): readonly Sibling[] {
  const { locks, isNewTable, earlier, later } = context;
  return [...earlier, { operation, locks, isNewTable }, ...later];
}

/** The tables that the foreign keys of an operation refer to, and that are in use. */
export function parentsInUse({ operation, isNewTable }: Sibling): readonly string[] {
  if (operation.kind !== 'addForeignKey' && operation.kind !== 'createTable') return [];
  const { keys } = keysMade(operation);
  return keys.map(({ toTable }) => toTable).filter((table) => !isNewTable(table));
}

/** The table in use that an operation is about and blocks writes to; null when there is none. */
export function mainTable({ locks, isNewTable }: Sibling): string | null {
  const [main] = locks;
  return main?.blocksWrites && !isNewTable(main.table) ? main.table : null;
}

/** The tables that operations lock first of all, in order, each under the name that it had first. */
export function tablesInOrder(siblings: readonly Sibling[]): readonly string[] {
  const first = new Map<string, string>();
  const tables = siblings.flatMap((sibling) => {
    const { operation } = sibling;
    const table = mainTable(sibling);
    if (operation.kind === 'renameTable') {
      first.set(operation.to, first.get(operation.from) ?? operation.from);
    }
    return table === null ? [] : [first.get(table) ?? table];
  });
  return [...new Set(tables)];
}
