import type { OperationOf } from '../model/operation.ts';
import { findColumn, findTable } from '../model/schema.ts';
import type { RuleContext } from './context.ts';
import { joinedBefore } from './joined.ts';

/** The change of a column's type that one ALTER TABLE sends along with NOT NULL; null for none. */
export function typeChangeWithNotNull(
  operation: OperationOf<'setColumn' | 'setColumnNull'>,
  context: RuleContext,
): OperationOf<'setColumn'> | null {
  if (operation.kind === 'setColumnNull') {
    if (operation.nullable) return null;
    const change = joinedBefore(operation, context).find(
      (each) => each.kind === 'setColumn' && each.column.name === operation.column,
    );
    return change?.kind === 'setColumn' && changesType(change, context.initial) ? change : null;
  }
  const sets = !operation.column.nullable;
  return sets && changesType(operation, context.before) ? operation : null;
}

function changesType(
  { table, column }: OperationOf<'setColumn'>,
  schema: RuleContext['before'],
): boolean {
  const owner = findTable(schema, table);
  const current = owner && findColumn(owner, column.name);
  return current !== null && current?.type !== column.type;
}
