import type { OperationOf } from '../model/operation.ts';

/** What an operation says of a column's NULLs. */
interface Nullability {
  readonly table: string;
  readonly column: string;
  readonly nullable: boolean;
}

/** Whether the column may hold NULL afterwards; a column that is stated whole says so among the rest. */
export function nullabilityOf(operation: OperationOf<'setColumn' | 'setColumnNull'>): Nullability {
  if (operation.kind === 'setColumnNull') return operation;
  const { table, column } = operation;
  return { table, column: column.name, nullable: column.nullable };
}
