import { dialectFor } from '../dialect/index.ts';
import type { OperationOf } from '../model/operation.ts';
import {
  type ForeignKey,
  findTable,
  type Index,
  type Schema,
  type Table,
  type View,
} from '../model/schema.ts';
import { ENGINE_EFFECTS } from './engine-effects.ts';
import { withIndexNamed, withoutIndexNamed } from './index-names.ts';
import { withAttachedNamed } from './inheritance/attached-indexes.ts';
import {
  type Blamed,
  has,
  missing,
  refuse,
  replaced,
  requireColumn,
  requirePart,
  without,
  withTable,
} from './lookup.ts';
import { withPartNamed } from './part-names.ts';
import { storedIndex } from './stored-expressions.ts';

export function addIndex(schema: Schema, operation: OperationOf<'addIndex'>): Schema {
  const { index } = operation;
  const owner = requireOwner(schema, operation.table, operation);
  const taken = ownerOfName(schema, owner, index.name);
  if (taken !== null) {
    if (operation.ifNotExists) return schema;
    throw refuse(
      operation,
      `there is already an index "${index.name}" on ${taken}`,
      'Drop it first, or give this one another name.',
    );
  }
  const table = findTable(schema, owner.name);
  if (table) requireColumns(table, index, operation);
  const added = table ? storedIndex(schema, table, index) : index;
  return withIndexes(schema, owner, [
    ...replacedImplicit(schema, table, owner.indexes, index),
    added,
  ]);
}

/** @throws {InputError} also where the engine needs the index: MySQL's of a foreign key (error 1553). */
export function dropIndex(schema: Schema, operation: OperationOf<'dropIndex'>): Schema {
  const owner = findOwner(schema, operation.table);
  if (operation.ifExists && !(owner && has(owner.indexes, operation.index))) return schema;
  const { name, indexes } = owner ?? requireOwner(schema, operation.table, operation);
  refuseConstraint(schema, operation);
  requirePart(indexes, operation.index, 'index', name, operation);
  const kept = without(indexes, operation.index);
  if (!operation.remade) refuseNeeded(schema, operation, kept);
  return withoutNamed(withIndexes(schema, { name }, kept), name, operation.index);
}

/** CLUSTER and the replica identity go by an index no longer that is gone. */
function withoutNamed(schema: Schema, owner: string, index: string): Schema {
  const table = findTable(schema, owner);
  const freed = table && withoutIndexNamed(table, index);
  return freed && freed !== table ? withTable(schema, freed) : schema;
}

export function renameIndex(schema: Schema, operation: OperationOf<'renameIndex'>): Schema {
  const owner = requireOwner(schema, operation.table, operation);
  const index = requirePart(owner.indexes, operation.from, 'index', owner.name, operation);
  const taken = operation.from === operation.to ? null : ownerOfName(schema, owner, operation.to);
  if (taken !== null) {
    throw refuse(
      operation,
      `there is already an index "${operation.to}" on ${taken}`,
      'Choose another name.',
    );
  }
  const renamed = { ...index, name: operation.to };
  const indexes = replaced(owner.indexes, operation.from, renamed);
  const { from, to } = operation;
  const part = { kind: 'INDEX', table: owner.name, from, to } as const;
  const named = withAttachedNamed(withIndexes(schema, owner, indexes), part);
  const after = withPartNamed(named, part);
  const table = findTable(after, owner.name);
  return table ? withTable(after, withIndexNamed(table, operation.from, operation.to)) : after;
}

export function setIndexEnabled(schema: Schema, operation: OperationOf<'setIndexEnabled'>): Schema {
  const owner = requireOwner(schema, operation.table, operation);
  const index = requirePart(owner.indexes, operation.index, 'index', owner.name, operation);
  const set = { ...index, enabled: operation.enabled };
  return withIndexes(schema, owner, replaced(owner.indexes, index.name, set));
}

/** The table or materialized view that carries indexes; null when there is neither. */
function findOwner(schema: Schema, name: string): Table | View | null {
  return (
    findTable(schema, name) ??
    schema.views.find((view) => view.materialized && view.name === name) ??
    null
  );
}

function requireOwner(schema: Schema, name: string, operation: Blamed): Table | View {
  const owner = findOwner(schema, name);
  if (owner) return owner;
  const names = [...schema.tables, ...schema.views].map((other) => other.name);
  throw missing(operation, `there is no table "${name}"`, name, names);
}

function withIndexes(
  schema: Schema,
  owner: { readonly name: string },
  indexes: readonly Index[],
): Schema {
  const table = findTable(schema, owner.name);
  if (table) return withTable(schema, { ...table, indexes });
  const views = schema.views.map((view) =>
    view.name === owner.name ? { ...view, indexes } : view,
  );
  return { ...schema, views };
}

/** Name of the table or view whose index has the name already; null when it is free. */
function ownerOfName(schema: Schema, owner: Table | View, index: string): string | null {
  if (has(owner.indexes, index)) return owner.name;
  if (!ENGINE_EFFECTS[schema.engine].indexNamesPerNamespace) return null;
  const others = [...schema.tables, ...schema.views].filter(
    ({ name }) => namespaceOf(name) === namespaceOf(owner.name),
  );
  return others.find(({ indexes }) => has(indexes, index))?.name ?? null;
}

function namespaceOf(name: string): string {
  return name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : '';
}

function requireColumns(table: Table, index: Index, operation: Blamed): void {
  const named = [...index.parts.map(({ column }) => column), ...index.include];
  for (const column of named) if (column !== null) requireColumn(table, column, operation);
}

/**
 * The indexes without the one that MySQL made for a foreign key, when the new one begins with
 * the key's columns and so takes its place. MySQL names its own like the key.
 * https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html
 */
function replacedImplicit(
  schema: Schema,
  table: Table | null,
  indexes: readonly Index[],
  added: Index,
): readonly Index[] {
  if (!table || !ENGINE_EFFECTS[schema.engine].replacesImplicitIndex) return indexes;
  const replaces = (index: Index) =>
    table.foreignKeys.some(
      ({ name, columns }) =>
        name === index.name &&
        index.parts.length === columns.length &&
        columns.every((column, position) => added.parts[position]?.column === column),
    );
  return indexes.filter((index) => !replaces(index));
}

function refuseConstraint(schema: Schema, operation: OperationOf<'dropIndex'>): void {
  const table = findTable(schema, operation.table);
  if (!table || has(table.indexes, operation.index)) return;
  if (!has(table.uniqueConstraints, operation.index)) return;
  throw refuse(
    operation,
    `index "${operation.index}" of ${table.name} belongs to the unique constraint of that name`,
    `Drop the constraint: \`remove_unique_constraint :${table.name}, name: "${operation.index}"\`.`,
  );
}

function refuseNeeded(
  schema: Schema,
  operation: OperationOf<'dropIndex'>,
  kept: readonly Index[],
): void {
  const table = findTable(schema, operation.table);
  const { implicitForeignKeyIndex } = dialectFor(schema.engine);
  const primaryKey = table?.primaryKey?.columns ?? [];
  const unserved = (key: ForeignKey, indexes: readonly Index[]) =>
    implicitForeignKeyIndex(key, indexes, primaryKey) !== null;
  const key = table?.foreignKeys.find(
    (other) => unserved(other, kept) && !unserved(other, table.indexes),
  );
  if (!table || !key) return;
  throw refuse(
    operation,
    `index "${operation.index}" of ${table.name} cannot be dropped: foreign key "${key.name}" needs it`,
    `Drop the foreign key first, or add another index that begins with ${key.columns.join(', ')}.`,
  );
}
