import type { AppliedOperation } from '../../model/migration.ts';

/** The name that a table had before the release: figures of the database are under it. */
export function nameBefore(
  table: string,
  steps: readonly Pick<AppliedOperation, 'operation'>[],
): string {
  let name = table;
  for (const { operation } of steps.toReversed()) {
    if (operation.kind === 'renameTable' && operation.to === name) name = operation.from;
  }
  return name;
}
