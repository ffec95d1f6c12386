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
