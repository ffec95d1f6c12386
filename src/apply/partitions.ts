import type { OperationOf } from '../model/operation.ts';
import type { Schema } from '../model/schema.ts';
import { refuse, requireTable, withTable } from './lookup.ts';

export function attachPartition(schema: Schema, operation: OperationOf<'attachPartition'>): Schema {
  const table = requireTable(schema, operation.table, operation);
  requireTable(schema, operation.partition.parent, operation);
  if (table.partition) {
    throw refuse(
      operation,
      `${table.name} is a partition of ${table.partition.parent} already`,
      'Detach it first.',
    );
  }
  return withTable(schema, { ...table, partition: operation.partition });
}

export function detachPartition(schema: Schema, operation: OperationOf<'detachPartition'>): Schema {
  const { partition, ...table } = requireTable(schema, operation.table, operation);
  if (!partition) {
    throw refuse(operation, `${table.name} is no partition`, 'There is nothing to detach.');
  }
  return withTable(schema, table);
}
