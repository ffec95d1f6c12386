import type { Operation, OperationOf } from '../model/operation.ts';
import type { RuleContext } from './context.ts';
import { namesColumn } from './dependencies/naming.ts';

/** The earlier operations that one ALTER TABLE sends along with this one, the nearest first. */
export function joinedBefore(operation: Operation, { earlier }: RuleContext): readonly Operation[] {
  const joined: Operation[] = [];
  let current = operation;
  for (const { operation: previous } of [...earlier].reverse()) {
    if (current.joined !== true) break;
    joined.push(previous);
    current = previous;
  }
  return joined;
}

/** The column of that name that the same ALTER TABLE adds; null when it adds none. */
export function columnAddedAlong(
  operation: Operation,
  column: string,
  context: RuleContext,
): OperationOf<'addColumn'> | null {
  for (const each of joinedBefore(operation, context)) {
    if (each.kind === 'addColumn' && each.column.name === column) return each;
  }
  return null;
}

/** The column that a check is about and that the same ALTER TABLE adds; null for none. */
export function columnCheckedAlong(
  operation: OperationOf<'addCheckConstraint'>,
  context: RuleContext,
): OperationOf<'addColumn'> | null {
  const { expression } = operation.checkConstraint;
  for (const each of joinedBefore(operation, context)) {
    const isNamed =
      each.kind === 'addColumn' && namesColumn(expression, each.column.name, context.engine);
    if (isNamed) return each;
  }
  return null;
}
