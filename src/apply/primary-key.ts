import { freeName, relationNameTaken } from '../dialect/postgresql/free-names.ts';
import type { OperationOf } from '../model/operation.ts';
import type { PrimaryKey, Schema, Table } from '../model/schema.ts';
import { tellsSequences } from './column-sequences.ts';
import { ENGINE_EFFECTS } from './engine-effects.ts';
import { refuse, requireColumn, requireTable, withTable } from './lookup.ts';

/** The columns of a primary key become NOT NULL. */
export function addPrimaryKey(schema: Schema, operation: OperationOf<'addPrimaryKey'>): Schema {
  const table = requireTable(schema, operation.table, operation);
  const { primaryKey } = operation;
  if (table.primaryKey) {
    throw refuse(
      operation,
      `${table.name} already has a primary key (${table.primaryKey.columns.join(', ')})`,
      'Drop it first.',
    );
  }
  for (const column of primaryKey.columns) requireColumn(table, column, operation);
  const columns = table.columns.map((column) =>
    primaryKey.columns.includes(column.name) ? { ...column, nullable: false } : column,
  );
  const named = tellsSequences(schema)
    ? { ...primaryKey, name: nameOf(schema, table, primaryKey) }
    : primaryKey;
  return withTable(schema, { ...table, columns, primaryKey: named });
}

/** A schema file that shows all names the key as the server does. */
function nameOf(schema: Schema, table: Table, { name }: PrimaryKey): string {
  return name ?? freeName(table.name, null, 'pkey', relationNameTaken(schema, table));
}

/** The columns stay NOT NULL. */
export function dropPrimaryKey(schema: Schema, operation: OperationOf<'dropPrimaryKey'>): Schema {
  const table = requireTable(schema, operation.table, operation);
  if (!table.primaryKey) {
    throw refuse(operation, `${table.name} has no primary key`, 'There is nothing to drop.');
  }
  const columns = ENGINE_EFFECTS[schema.engine].numbersByKey
    ? table.columns.map((column) => ({ ...column, autoIncrement: null }))
    : table.columns;
  return withTable(schema, { ...table, columns, primaryKey: null });
}
