import type { OperationOf } from '../model/operation.ts';
import { findColumn, findTable } from '../model/schema.ts';
import type { RuleContext } from './context.ts';

/**
 * True when a change of a column changes what it can hold or is given. Its comment, the statistics of
 * the planner and the sequence that numbers it are nothing that a trigger meets.
 */
export function changesValues(
  { table, column }: OperationOf<'setColumn'>,
  { before }: RuleContext,
): boolean {
  const owner = findTable(before, table);
  const current = owner && findColumn(owner, column.name);
  if (!current) return true;
  const values = ({ type, nullable, default: value, generated, collation }: typeof current) =>
    JSON.stringify([type, nullable, value, generated, collation]);
  return values(current) !== values(column);
}
