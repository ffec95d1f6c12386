import type { OperationOf } from '../model/operation.ts';
import type { ForeignKey, Schema, Table } from '../model/schema.ts';
import { ENGINE_EFFECTS } from './engine-effects.ts';
import { requireParent, withImplicitIndexes } from './foreign-keys.ts';
import { has, refuse, requireTable, without, withTable } from './lookup.ts';
import { mentionsTable } from './sql-identifiers.ts';
import { storedTable } from './stored-expressions.ts';

export function createTable(schema: Schema, operation: OperationOf<'createTable'>): Schema {
  const { table } = operation;
  if (has(schema.tables, table.name)) {
    if (operation.ifNotExists) return schema;
    throw refuse(
      operation,
      `there is already a table "${table.name}"`,
      'Drop it first, or check that this migration has not been run yet.',
    );
  }
  if (has(schema.views, table.name)) {
    throw refuse(operation, `there is already a view "${table.name}"`, 'Choose another name.');
  }
  for (const key of table.foreignKeys) {
    if (key.toTable !== table.name) requireParent(schema, key, operation);
  }
  const stored = storedTable(schema, table);
  return { ...schema, tables: [...schema.tables, withImplicitIndexes(schema.engine, stored)] };
}

/**
 * Drops a table with its triggers, its policies and the sequences it owns.
 *
 * PostgreSQL and MySQL refuse while foreign keys of other tables point at it. With CASCADE these
 * keys go on PostgreSQL, and the views that read the table; MySQL reads the word and refuses all the
 * same. SQLite leaves the keys of others dangling.
 */
export function dropTable(schema: Schema, operation: OperationOf<'dropTable'>): Schema {
  // DROP TABLE drops virtual tables as well: https://www.sqlite.org/vtab.html
  if (has(schema.virtualTables, operation.table)) {
    return { ...schema, virtualTables: without(schema.virtualTables, operation.table) };
  }
  if (operation.ifExists && !has(schema.tables, operation.table)) return schema;
  requireTable(schema, operation.table, operation);
  const effects = ENGINE_EFFECTS[schema.engine];
  const cascades = operation.cascade && effects.cascadesToKeys;
  if (effects.protectsReferencedTables && !cascades) refuseReferenced(schema, operation);
  const kept = cascades ? cascade(schema, operation.table) : schema;
  return withoutTable(kept, operation.table);
}

/** The schema without the table and what belongs to it; keys of other tables stay. */
export function withoutTable(schema: Schema, name: string): Schema {
  return {
    ...schema,
    tables: without(schema.tables, name),
    triggers: schema.triggers.filter(({ table }) => table !== name),
    policies: schema.policies.filter(({ table }) => table !== name),
    sequences: schema.sequences.filter(({ ownedBy }) => ownedTable(ownedBy) !== name),
  };
}

/** The schema without other objects that depend on the table: foreign keys, and views. */
function cascade(schema: Schema, name: string): Schema {
  const gone = ENGINE_EFFECTS[schema.engine].cascadesToViews
    ? dependentViews(schema, name)
    : new Set<string>();
  return {
    ...schema,
    tables: schema.tables.map((table) => withoutKeysTo(table, name)),
    views: schema.views.filter((view) => !gone.has(view.name)),
  };
}

function withoutKeysTo(table: Table, parent: string): Table {
  const kept = table.foreignKeys.filter((key) => key.toTable !== parent);
  return kept.length === table.foreignKeys.length ? table : { ...table, foreignKeys: kept };
}

/** Names of the views that read the relation, and of those that read these. */
export function dependentViews(schema: Schema, relation: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [relation];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    for (const view of schema.views) {
      if (found.has(view.name) || view.name === relation) continue;
      if (!mentionsTable(view.definition, name, schema.engine)) continue;
      found.add(view.name);
      waiting.push(view.name);
    }
  }
  return found;
}

function refuseReferenced(schema: Schema, operation: OperationOf<'dropTable'>): void {
  for (const table of schema.tables) {
    if (table.name === operation.table) continue;
    const key = table.foreignKeys.find(({ toTable }) => toTable === operation.table);
    if (key) throw refuseKey(operation, table, key);
  }
}

function refuseKey(operation: OperationOf<'dropTable'>, table: Table, key: ForeignKey) {
  return refuse(
    operation,
    `${operation.table} cannot be dropped: foreign key "${key.name}" of ${table.name} refers to it`,
    `Drop ${table.name} or its foreign key first, or pass \`force: :cascade\` to drop the key along.`,
  );
}

/** The table of an `ownedBy` such as `billing.invoices.id`; null when nothing owns it. */
export function ownedTable(ownedBy: string | null): string | null {
  return ownedBy === null ? null : ownedBy.slice(0, ownedBy.lastIndexOf('.'));
}

export function setTableComment(schema: Schema, operation: OperationOf<'setTableComment'>): Schema {
  const table = requireTable(schema, operation.table, operation);
  return withTable(schema, { ...table, comment: operation.comment });
}

export function setTableOptions(schema: Schema, operation: OperationOf<'setTableOptions'>): Schema {
  const table = requireTable(schema, operation.table, operation);
  const {
    options = table.options,
    charset = table.charset,
    collation = table.collation,
  } = operation;
  return withTable(schema, { ...table, options, charset, collation });
}
