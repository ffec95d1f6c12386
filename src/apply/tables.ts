import type { OperationOf } from '../model/operation.ts';
import type { ForeignKey, Schema, Table } from '../model/schema.ts';
import { ENGINE_EFFECTS } from './engine-effects.ts';
import { requireParent, withImplicitIndexes } from './foreign-keys.ts';
import { withParentsChanged, withPartsOfParent } from './inheritance/parents.ts';
import { has, refuse, requireTable, without, withTable } from './lookup.ts';
import { release } from './release.ts';
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
  const tables = [...schema.tables, withImplicitIndexes(schema.engine, stored)];
  return withPartsOfParent({ ...schema, tables }, stored);
}

/**
 * Drops a table with its triggers, policies, partitions and the sequences it owns.
 *
 * PostgreSQL and MySQL refuse while foreign keys of other tables point at it. With CASCADE these
 * keys go on PostgreSQL, and the views, rules and policies that read the table, and the tables that
 * inherit from it; MySQL reads the word and refuses all the same. SQLite leaves the keys of others
 * dangling.
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
  const rest = withoutTable(schema, operation.table);
  if (!effects.cascadesToViews) return cascades ? withoutKeysOfOthers(rest, operation.table) : rest;
  return cascades
    ? cascade(withoutKeysOfOthers(rest, operation.table), operation)
    : withoutUnused(rest, operation);
}

/** The schema without the table, its partitions and what belongs to them; keys of other tables stay. */
export function withoutTable(schema: Schema, name: string): Schema {
  const partitions = schema.tables.filter(({ partition }) => partition?.parent === name);
  const rest = partitions.reduce((result, child) => withoutTable(result, child.name), schema);
  return {
    ...rest,
    tables: without(rest.tables, name),
    triggers: rest.triggers.filter(({ table }) => table !== name),
    policies: rest.policies.filter(({ table }) => table !== name),
    sequences: rest.sequences.filter(({ ownedBy }) => ownedTable(ownedBy) !== name),
    ...(rest.objects && { objects: rest.objects.filter(({ table }) => table !== name) }),
  };
}

/** Whether the table inherits from the other one: a partition has a parent of its own. */
function inherits({ options }: Table, parent: string): boolean {
  const list = /\bINHERITS \(([^)]*)\)/.exec(options ?? '')?.[1] ?? '';
  return list.split(', ').includes(parent);
}

/** The schema without what depends on the table that is gone: views, rules, tables that inherit. */
function cascade(schema: Schema, operation: OperationOf<'dropTable'>): Schema {
  const { table: name } = operation;
  const children = schema.tables.filter((table) => inherits(table, name));
  const rest = children.reduce(
    (result, child) => dropTable(result, { ...operation, table: child.name, ifExists: true }),
    schema,
  );
  return release(rest, (sql) => mentionsTable(sql, name, schema.engine)).schema;
}

/**
 * A complete schema file shows all that depends on the table; what a schema.rb has no word for may
 * have gone before.
 */
function withoutUnused(schema: Schema, operation: OperationOf<'dropTable'>): Schema {
  const { table: name } = operation;
  if (!schema.complete) return schema;
  const heir = schema.tables.find((table) => inherits(table, name));
  const { dependents } = release(schema, (sql) => mentionsTable(sql, name, schema.engine));
  const [first] = heir ? [`table ${heir.name}`] : dependents;
  if (first === undefined) return schema;
  throw refuse(
    operation,
    `${name} cannot be dropped: ${first} depends on it`,
    'Drop what depends on it first, or say CASCADE.',
  );
}

function withoutKeysOfOthers(schema: Schema, name: string): Schema {
  return { ...schema, tables: schema.tables.map((table) => withoutKeysTo(table, name)) };
}

function withoutKeysTo(table: Table, parent: string): Table {
  const kept = table.foreignKeys.filter((key) => key.toTable !== parent);
  return kept.length === table.foreignKeys.length ? table : { ...table, foreignKeys: kept };
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

/** What is taken back to its default is left out. */
export function setTableOptions(schema: Schema, operation: OperationOf<'setTableOptions'>): Schema {
  const table = requireTable(schema, operation.table, operation);
  const {
    options = table.options,
    charset = table.charset,
    collation = table.collation,
    rowSecurity = table.rowSecurity,
    replicaIdentity = table.replicaIdentity ?? null,
    clusteredBy = table.clusteredBy ?? null,
    unlogged = table.unlogged ?? false,
  } = operation;
  const { rowSecurity: _, replicaIdentity: _i, clusteredBy: _c, unlogged: _u, ...rest } = table;
  const after = withTable(schema, {
    ...rest,
    options,
    charset,
    collation,
    ...((rowSecurity?.enabled || rowSecurity?.forced) && { rowSecurity }),
    ...(replicaIdentity !== null && { replicaIdentity }),
    ...(clusteredBy !== null && { clusteredBy }),
    ...(unlogged && { unlogged }),
  });
  return withParentsChanged(after, table, table.name, operation);
}
