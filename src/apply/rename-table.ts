import type { OperationOf } from '../model/operation.ts';
import type { PrimaryKey, Schema, Sequence, Table } from '../model/schema.ts';
import { ENGINE_EFFECTS } from './engine-effects.ts';
import { has, refuse, requireTable } from './lookup.ts';
import { serialAfterRename } from './serial-columns.ts';
import { bareName, renameTableInSql } from './sql-identifiers.ts';
import { ownedTable } from './tables.ts';

/** PostgreSQL cuts names after 63 bytes; Rails counts characters of the prefix. */
const MAX_NAME = 63;

/**
 * Renames a table and every mention of it: foreign keys that point at it, its triggers, policies
 * and sequences, and on PostgreSQL and SQLite the queries of views.
 *
 * Indexes keep their names here; Rails renames the default-named ones by operations of their own.
 * Its PostgreSQL adapter renames the primary key's index and sequence within `rename_table`
 * (Active Record 7.1, postgresql/schema_statements.rb), so that is done here.
 */
export function renameTable(schema: Schema, operation: OperationOf<'renameTable'>): Schema {
  const { from, to } = operation;
  requireTable(schema, from, operation);
  if (from !== to && (has(schema.tables, to) || has(schema.views, to))) {
    throw refuse(operation, `there is already a table or view "${to}"`, 'Choose another name.');
  }
  const renamed: Schema = {
    ...schema,
    tables: schema.tables.map((table) => {
      const own = table.name === from ? renamedTable(schema, table, to) : table;
      return withKeysTo(own, from, to);
    }),
    triggers: schema.triggers.map((trigger) =>
      trigger.table === from ? { ...trigger, table: to } : trigger,
    ),
    policies: schema.policies.map((policy) =>
      policy.table === from ? { ...policy, table: to } : policy,
    ),
    sequences: schema.sequences.map((sequence) => renamedSequence(schema, sequence, from, to)),
  };
  return withDefinitions(renamed, operation);
}

function renamedTable(schema: Schema, table: Table, to: string): Table {
  const effects = ENGINE_EFFECTS[schema.engine];
  const named = <T extends { readonly name: string }>(part: T): T => ({
    ...part,
    name: followingName(part.name, table.name, to, effects.tableNamedConstraints),
  });
  const primaryKey = effects.railsRenamesPrimaryKey
    ? renamedPrimaryKey(table.primaryKey, table.name, to)
    : table.primaryKey;
  const key = effects.railsRenamesPrimaryKey ? table.primaryKey?.columns[0] : undefined;
  const columns = effects.namesSequences
    ? table.columns.map((column) =>
        column.name === key
          ? column
          : serialAfterRename(
              column,
              `${table.name}_${column.name}_seq`,
              `${to}_${column.name}_seq`,
            ),
      )
    : table.columns;
  return {
    ...table,
    name: to,
    columns,
    primaryKey,
    foreignKeys: table.foreignKeys.map(named),
    checkConstraints: table.checkConstraints.map(named),
  };
}

/**
 * MySQL renames constraints whose names begin with `<table>_ibfk_` or `<table>_chk_`.
 * https://dev.mysql.com/doc/refman/8.4/en/rename-table.html
 */
function followingName(name: string, from: string, to: string, suffix: RegExp | null): string {
  if (suffix === null || !name.startsWith(from)) return name;
  const rest = name.slice(from.length);
  return suffix.test(rest) ? `${to}${rest}` : name;
}

function renamedPrimaryKey(key: PrimaryKey | null, from: string, to: string): PrimaryKey | null {
  if (key === null || key.name !== defaultName(from, '_pkey')) return key;
  return { ...key, name: defaultName(to, '_pkey') };
}

function renamedSequence(schema: Schema, sequence: Sequence, from: string, to: string): Sequence {
  if (sequence.ownedBy === null || ownedTable(sequence.ownedBy) !== from) return sequence;
  const column = sequence.ownedBy.slice(from.length + 1);
  const ownedBy = `${to}.${column}`;
  const isKey = schema.tables.some(
    ({ name, primaryKey }) => name === from && primaryKey?.columns[0] === column,
  );
  const rails = ENGINE_EFFECTS[schema.engine].railsRenamesPrimaryKey && isKey;
  if (!rails || bareName(sequence.name) !== defaultName(from, `_${column}_seq`)) {
    return { ...sequence, ownedBy };
  }
  const namespace = sequence.name.slice(0, -bareName(sequence.name).length);
  return { ...sequence, ownedBy, name: `${namespace}${defaultName(to, `_${column}_seq`)}` };
}

function defaultName(table: string, suffix: string): string {
  return `${bareName(table).slice(0, MAX_NAME - suffix.length)}${suffix}`;
}

function withKeysTo(table: Table, from: string, to: string): Table {
  if (!table.foreignKeys.some(({ toTable }) => toTable === from)) return table;
  const foreignKeys = table.foreignKeys.map((key) =>
    key.toTable === from ? { ...key, toTable: to } : key,
  );
  return { ...table, foreignKeys };
}

function withDefinitions(schema: Schema, operation: OperationOf<'renameTable'>): Schema {
  const { from, to, views: printed = [] } = operation;
  if (!ENGINE_EFFECTS[schema.engine].definitionsFollowTable) return schema;
  const renamed = <T extends { readonly definition: string }>(object: T): T => {
    const definition = renameTableInSql(object.definition, from, to, schema.engine);
    return definition === object.definition ? object : { ...object, definition };
  };
  return {
    ...schema,
    views: schema.views.map(
      (view) => printed.find(({ name }) => name === view.name) ?? renamed(view),
    ),
    triggers: schema.triggers.map(renamed),
    policies: schema.policies.map(renamed),
  };
}
