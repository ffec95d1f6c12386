import type { Operation, OperationKind } from '../../model/operation.ts';
import { COLUMN_OPERATIONS } from './column-operations.ts';
import { CONSTRAINT_OPERATIONS } from './constraint-operations.ts';
import { INDEX_OPERATIONS } from './index-operations.ts';
import { PROGRAM_OPERATIONS } from './program-operations.ts';
import { ROW_OPERATIONS } from './row-operations.ts';
import type { Sentences } from './sentence.ts';
import { TABLE_OPERATIONS } from './table-operations.ts';
import { TYPE_OPERATIONS } from './type-operations.ts';

const SENTENCES: Sentences<OperationKind> = {
  ...TABLE_OPERATIONS,
  ...COLUMN_OPERATIONS,
  ...INDEX_OPERATIONS,
  ...CONSTRAINT_OPERATIONS,
  ...TYPE_OPERATIONS,
  ...PROGRAM_OPERATIONS,
  ...ROW_OPERATIONS,
};

/**
 * What a step does, a sentence with the names of its objects: `Drop the index by_email of users.`
 * Says also what caused it when its author did not write it, and under which condition it runs.
 */
export function describeOperation(operation: Operation): string {
  // The table holds for each kind the function of that kind, which TypeScript cannot see through the union.
  const describe = SENTENCES[operation.kind] as (operation: Operation) => string;
  const cause =
    operation.impliedBy === null ? '' : ` Rails does this along with ${operation.impliedBy}.`;
  const condition =
    operation.condition === null
      ? ''
      : ` It runs only if ${operation.condition}, which is not decided here.`;
  return `${describe(operation)}${cause}${condition}`;
}
