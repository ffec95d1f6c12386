import type { OperationOf } from '../model/operation.ts';
import type { Sibling } from './context.ts';

/** True when the drop is the first half of `create_table force:`: one statement drops and creates. */
export function replacesTable(drop: OperationOf<'dropTable'>, later: readonly Sibling[]): boolean {
  return later.some(
    ({ operation }) =>
      operation.kind === 'createTable' &&
      operation.table.name === drop.table &&
      operation.source.path === drop.source.path &&
      operation.source.line === drop.source.line &&
      operation.source.column === drop.source.column,
  );
}

/**
 * The table that takes the place of the one that is dropped: the migration copied rows into it before, and
 * gives it the name after, as SQLite says to change what ALTER TABLE cannot.
 * https://www.sqlite.org/lang_altertable.html#otheralter
 */
export function copyThatReplaces(
  { table }: OperationOf<'dropTable'>,
  { earlier, later }: { readonly earlier: readonly Sibling[]; readonly later: readonly Sibling[] },
): string | null {
  for (const { operation } of later) {
    if (operation.kind !== 'renameTable' || operation.to !== table) continue;
    const isCopy = earlier.some(
      ({ operation: each }) =>
        each.kind === 'changeRows' && each.verb === 'insert' && each.table === operation.from,
    );
    if (isCopy) return operation.from;
  }
  return null;
}
