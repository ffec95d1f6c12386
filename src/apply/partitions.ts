import type { OperationOf } from '../model/operation.ts';
import { findTable, type Schema, type Table } from '../model/schema.ts';
import { refuseAttached, withPartsOfParent } from './inheritance/parents.ts';
import { refuse, requireTable, withTable } from './lookup.ts';
import { withObjects } from './objects.ts';

export function attachPartition(schema: Schema, operation: OperationOf<'attachPartition'>): Schema {
  const table = requireTable(schema, operation.table, operation);
  const parent = requireTable(schema, operation.partition.parent, operation);
  if (table.partition) {
    throw refuse(
      operation,
      `${table.name} is a partition of ${table.partition.parent} already`,
      'Detach it first.',
    );
  }
  refuseAttached(schema, table, parent, operation);
  const attached = { ...table, partition: operation.partition };
  return withPartsOfParent(withTable(schema, attached), attached);
}

export function detachPartition(schema: Schema, operation: OperationOf<'detachPartition'>): Schema {
  const { partition, ...table } = requireTable(schema, operation.table, operation);
  if (!partition) {
    throw refuse(operation, `${table.name} is no partition`, 'There is nothing to detach.');
  }
  return withTable(
    attachedNoMore(schema, table.name),
    kept(table, findTable(schema, partition.parent)),
  );
}

/** A table that stands alone keeps the keys and checks that were its parent's. */
function kept(table: Table, parent: Table | null): Table {
  if (!parent) return table;
  const lacks = <T extends { readonly name: string }>(own: readonly T[], others: readonly T[]) =>
    others.filter(({ name }) => !own.some((one) => one.name === name));
  const checks = parent.checkConstraints.filter(({ inherited }) => inherited !== false);
  return {
    ...table,
    foreignKeys: [...table.foreignKeys, ...lacks(table.foreignKeys, parent.foreignKeys)],
    checkConstraints: [...table.checkConstraints, ...lacks(table.checkConstraints, checks)],
  };
}

/** Its indexes are no part of its parent's any longer. */
function attachedNoMore(schema: Schema, table: string): Schema {
  if (!schema.objects) return schema;
  return withObjects(
    schema,
    schema.objects.filter(
      (object) => object.table !== table || !/^INDEX .* ATTACH$/.test(object.name),
    ),
  );
}
