import { defaultForeignKeyName } from '../dialect/rails/names.ts';
import { tableCopiedBy } from '../dialect/sqlite/copies.ts';
import type { Operation } from '../model/operation.ts';
import {
  type ForeignKey,
  findTable,
  type Index,
  type Schema,
  type Table,
} from '../model/schema.ts';
import { ENGINE_EFFECTS } from './engine-effects.ts';
import { withTable } from './lookup.ts';

/**
 * The schema with what a copy of a SQLite table loses. Active Record makes a table anew to change it,
 * and drops the old one (`alter_table` in sqlite3_adapter.rb). DROP TABLE takes the triggers along
 * (https://www.sqlite.org/lang_droptable.html); names of foreign keys, unique constraints and options
 * are not read by the adapter.
 */
export function withLossesOfCopy(schema: Schema, operation: Operation): Schema {
  if (!ENGINE_EFFECTS[schema.engine].copiesTable) return schema;
  const name = tableCopiedBy(operation);
  const table = name === null ? null : findTable(schema, name);
  if (!table) return schema;
  const triggers = schema.triggers.filter((trigger) => trigger.table !== table.name);
  const kept = triggers.length === schema.triggers.length ? schema : { ...schema, triggers };
  const copied = copiedTable(table, operation);
  return copied === table ? kept : withTable(kept, copied);
}

function copiedTable(table: Table, operation: Operation): Table {
  const added = operation.kind === 'addForeignKey' ? operation.foreignKey.name : null;
  const foreignKeys = table.foreignKeys.map((key) =>
    key.name === added ? key : renamed(key, table.name),
  );
  const indexes = table.indexes.map(withoutCollations);
  const isAsBefore =
    table.uniqueConstraints.length === 0 &&
    table.options === null &&
    indexes.every((index, position) => index === table.indexes[position]) &&
    foreignKeys.every((key, position) => key === table.foreignKeys[position]);
  return isAsBefore
    ? table
    : { ...table, indexes, foreignKeys, uniqueConstraints: [], options: null };
}

/** The adapter reads the columns of an index, or the whole text of one with an expression. */
function withoutCollations(index: Index): Index {
  const isPlain = index.parts.every(
    ({ expression, collation }) => expression === null && collation === null,
  );
  if (isPlain || index.parts.some(({ expression }) => expression !== null)) return index;
  return { ...index, parts: index.parts.map((part) => ({ ...part, collation: null })) };
}

function renamed(key: ForeignKey, table: string): ForeignKey {
  const name = defaultForeignKeyName(table, key.columns);
  return key.name === name ? key : { ...key, name };
}
