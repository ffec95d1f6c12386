import type { OperationOf } from '../model/operation.ts';
import type { Column } from '../model/schema.ts';

/** A table with columns that an operation gives it. */
interface ColumnsMade {
  readonly table: string;
  readonly columns: readonly Column[];
}

/** The columns that an operation adds, alone or with their table. */
export function columnsMade(operation: OperationOf<'addColumn' | 'createTable'>): ColumnsMade {
  return operation.kind === 'createTable'
    ? { table: operation.table.name, columns: operation.table.columns }
    : { table: operation.table, columns: [operation.column] };
}
