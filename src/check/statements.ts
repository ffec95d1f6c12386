import type { Operation } from '../model/operation.ts';
import type { RuleContext, Sibling } from './context.ts';
import { siblingsOf } from './locked-in-order.ts';

/** Operations that the server gets as one statement: several clauses of one ALTER TABLE. */
export type Statement = readonly Sibling[];

/** The statements of the migration, in order. */
export function statementsOf(operation: Operation, context: RuleContext): readonly Statement[] {
  const statements: Sibling[][] = [];
  for (const sibling of siblingsOf(operation, context)) {
    const last = statements.at(-1);
    if (sibling.operation.joined === true && last) last.push(sibling);
    else statements.push([sibling]);
  }
  return statements;
}

/** The operations of the migration before the statement that an operation belongs to. */
export function beforeStatement({ migration, earlier }: RuleContext): readonly Sibling[] {
  let start = earlier.length;
  while (start > 0 && migration.operations[start]?.joined === true) start -= 1;
  return earlier.slice(0, start);
}
