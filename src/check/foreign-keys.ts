import type { OperationOf } from '../model/operation.ts';
import type { ForeignKey } from '../model/schema.ts';

/** A table with foreign keys that an operation gives it. */
interface KeysMade {
  readonly table: string;
  readonly keys: readonly ForeignKey[];
}

/** The foreign keys that an operation adds, alone or with their table. */
export function keysMade(operation: OperationOf<'addForeignKey' | 'createTable'>): KeysMade {
  return operation.kind === 'createTable'
    ? { table: operation.table.name, keys: operation.table.foreignKeys }
    : { table: operation.table, keys: [operation.foreignKey] };
}
