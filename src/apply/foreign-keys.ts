import { dialectFor } from '../dialect/index.ts';
import type { Engine } from '../model/engine.ts';
import type { Operation, OperationOf } from '../model/operation.ts';
import { type ForeignKey, findTable, type Schema, type Table } from '../model/schema.ts';
import { ENGINE_EFFECTS } from './engine-effects.ts';
import {
  has,
  refuse,
  requireColumn,
  requirePart,
  requireTable,
  without,
  withTable,
} from './lookup.ts';

/** Adds a foreign key, and the index that MySQL makes for it when no other serves. */
export function addForeignKey(schema: Schema, operation: OperationOf<'addForeignKey'>): Schema {
  const table = requireTable(schema, operation.table, operation);
  const { foreignKey } = operation;
  if (has(table.foreignKeys, foreignKey.name)) {
    if (operation.ifNotExists) return schema;
    throw refuse(
      operation,
      `${table.name} already has a foreign key "${foreignKey.name}"`,
      'Drop it first, or check that this migration has not been run yet.',
    );
  }
  for (const column of foreignKey.columns) requireColumn(table, column, operation);
  requireParent(schema, foreignKey, operation);
  const added = { ...table, foreignKeys: [...table.foreignKeys, foreignKey] };
  const indexed = withImplicitIndex(schema.engine, added, foreignKey);
  return withTable(schema, indexed);
}

/** MySQL keeps the index that it made for the key. */
export function dropForeignKey(schema: Schema, operation: OperationOf<'dropForeignKey'>): Schema {
  const found = findTable(schema, operation.table);
  if (operation.ifExists && !(found && has(found.foreignKeys, operation.foreignKey))) return schema;
  const table = found ?? requireTable(schema, operation.table, operation);
  requirePart(table.foreignKeys, operation.foreignKey, 'foreign key', table.name, operation);
  const foreignKeys = without(table.foreignKeys, operation.foreignKey);
  return withTable(schema, { ...table, foreignKeys });
}

/** The table with the indexes that the engine makes for its foreign keys. */
export function withImplicitIndexes(engine: Engine, table: Table): Table {
  return table.foreignKeys.reduce(
    (result, foreignKey) => withImplicitIndex(engine, result, foreignKey),
    table,
  );
}

function withImplicitIndex(engine: Engine, table: Table, foreignKey: ForeignKey): Table {
  const primaryKey = table.primaryKey?.columns ?? [];
  const index = dialectFor(engine).implicitForeignKeyIndex(foreignKey, table.indexes, primaryKey);
  return index === null ? table : { ...table, indexes: [...table.indexes, index] };
}

/** A parent in another schema (namespace) may be outside of what the schema file holds. */
export function requireParent(
  schema: Schema,
  { toTable, toColumns }: ForeignKey,
  operation: Operation,
): void {
  if (!ENGINE_EFFECTS[schema.engine].foreignKeyNeedsParent) return;
  if (toTable.includes('.') && !findTable(schema, toTable)) return;
  const parent = requireTable(schema, toTable, operation);
  for (const column of toColumns) requireColumn(parent, column, operation);
}
