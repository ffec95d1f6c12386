import { withNotNullNamesKept } from '../dialect/postgresql/not-null-names.ts';
import type { OperationOf } from '../model/operation.ts';
import type { Column, PrimaryKey, Schema, Sequence, Table } from '../model/schema.ts';
import { tellsSequences, withSequenceKept } from './column-sequences.ts';
import { ENGINE_EFFECTS } from './engine-effects.ts';
import { withIndexNamed } from './index-names.ts';
import { has, refuse, requireTable } from './lookup.ts';
import { serialAfterRename } from './serial-columns.ts';
import { bareName } from './sql-identifiers.ts';
import { renameSubjectInSql, renameTableInSql } from './sql-relations.ts';
import { mapped } from './stored-sql.ts';
import { ownedTable } from './tables.ts';

/** PostgreSQL cuts names after 63 bytes; Rails counts characters of the prefix. */
const MAX_NAME = 63;

type RenameTable = OperationOf<'renameTable'>;

/**
 * Renames a table, or moves it to another schema, and every mention of it: foreign keys that point
 * at it, its triggers, policies, partitions and sequences, and on PostgreSQL and SQLite the queries
 * of views.
 *
 * Indexes keep their names here; Rails renames the default-named ones by operations of their own.
 * Its PostgreSQL adapter renames the primary key's index and sequence within `rename_table`
 * (Active Record 7.1, postgresql/schema_statements.rb), so that is done here.
 */
export function renameTable(schema: Schema, operation: RenameTable): Schema {
  const { from, to } = operation;
  requireTable(schema, from, operation);
  if (from !== to && (has(schema.tables, to) || has(schema.views, to))) {
    throw refuse(operation, `there is already a table or view "${to}"`, 'Choose another name.');
  }
  const renamed: Schema = {
    ...schema,
    tables: mapped(schema.tables, (table) => {
      const own = table.name === from ? renamedTable(schema, table, operation) : table;
      return withParent(withKeysTo(own, from, to), from, to);
    }),
    triggers: schema.triggers.map((trigger) =>
      trigger.table === from ? { ...trigger, table: to } : trigger,
    ),
    policies: schema.policies.map((policy) =>
      policy.table === from ? { ...policy, table: to } : policy,
    ),
    sequences: schema.sequences.map((sequence) => renamedSequence(schema, sequence, operation)),
  };
  return withObjectsOf(withDefinitions(renamed, operation), from, to);
}

function renamedTable(schema: Schema, table: Table, operation: RenameTable): Table {
  const { to } = operation;
  const effects = ENGINE_EFFECTS[schema.engine];
  const named = <T extends { readonly name: string }>(part: T): T => ({
    ...part,
    name: followingName(part.name, table.name, to, effects.tableNamedConstraints),
  });
  const renamed: Table = {
    ...table,
    name: to,
    columns: renamedColumns(schema, table, operation),
    primaryKey: renamedPrimaryKey(schema, table, operation),
    foreignKeys: table.foreignKeys.map(named),
    checkConstraints: table.checkConstraints.map(named),
  };
  const key = [table.primaryKey?.name, renamed.primaryKey?.name] as const;
  const kept = withNotNullNamesKept(schema, table, renamed);
  return key[0] && key[1] && key[0] !== key[1] ? withIndexNamed(kept, key[0], key[1]) : kept;
}

function renamedColumns(schema: Schema, table: Table, operation: RenameTable): readonly Column[] {
  if (!ENGINE_EFFECTS[schema.engine].namesSequences) return table.columns;
  const { from, to, keepsNames } = operation;
  const key = keepsNames ? undefined : table.primaryKey?.columns[0];
  if (tellsSequences(schema)) {
    const nameOf = (sequence: string, column: Column) =>
      column.name === key
        ? sequenceByRails(sequence, column.name, operation)
        : movedName(sequence, operation);
    return table.columns.map((column) =>
      withSequenceKept(column, column, { from, to }, (sequence) => nameOf(sequence, column)),
    );
  }
  return table.columns.map((column) =>
    column.name === key
      ? column
      : serialAfterRename(column, `${from}_${column.name}_seq`, `${to}_${column.name}_seq`),
  );
}

/** Rails renames the key's sequence when it is called after the table, in the table's schema. */
function sequenceByRails(sequence: string, column: string, operation: RenameTable): string {
  const { from, to } = operation;
  const suffix = `_${column}_seq`;
  if (bareName(sequence) !== defaultName(from, suffix)) return movedName(sequence, operation);
  return `${namespaceOf(to)}${defaultName(to, suffix)}`;
}

/** Owned sequences go along to another schema. */
function movedName(sequence: string, { from, to }: RenameTable): string {
  return namespaceOf(from) === namespaceOf(to)
    ? sequence
    : `${namespaceOf(to)}${bareName(sequence)}`;
}

function namespaceOf(name: string): string {
  return name.slice(0, name.length - bareName(name).length);
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

/**
 * A key without a name has the one that PostgreSQL made of the table's: it is told where it stays
 * while the table gets another.
 */
function renamedPrimaryKey(
  schema: Schema,
  { primaryKey: key }: Table,
  { from, to, keepsNames }: RenameTable,
): PrimaryKey | null {
  if (key === null || !ENGINE_EFFECTS[schema.engine].railsRenamesPrimaryKey) return key;
  const own = defaultName(from, '_pkey');
  if (keepsNames) {
    const changes = own !== defaultName(to, '_pkey');
    return key.name === null && schema.complete && changes ? { ...key, name: own } : key;
  }
  return key.name === own ? { ...key, name: defaultName(to, '_pkey') } : key;
}

function renamedSequence(schema: Schema, sequence: Sequence, operation: RenameTable): Sequence {
  const { from, to, keepsNames } = operation;
  if (sequence.ownedBy === null || ownedTable(sequence.ownedBy) !== from) return sequence;
  const column = sequence.ownedBy.slice(from.length + 1);
  const isKey = schema.tables.some(
    ({ name, primaryKey }) => name === from && primaryKey?.columns[0] === column,
  );
  const byRails = ENGINE_EFFECTS[schema.engine].railsRenamesPrimaryKey && isKey && !keepsNames;
  const name = byRails
    ? sequenceByRails(sequence.name, column, operation)
    : movedName(sequence.name, operation);
  return { ...sequence, ownedBy: `${to}.${column}`, name };
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

/** The table with the parent that it is a partition of, or inherits from, under the new name. */
function withParent(table: Table, from: string, to: string): Table {
  const partition = table.partition?.parent === from ? { ...table.partition, parent: to } : null;
  const options = table.options?.replace(
    /(\bINHERITS \()([^)]*)\)/,
    (_all, head: string, names: string) =>
      `${head}${names
        .split(', ')
        .map((name) => (name === from ? to : name))
        .join(', ')})`,
  );
  if (!partition && (options ?? null) === table.options) return table;
  return { ...table, options: options ?? null, ...(partition && { partition }) };
}

function withDefinitions(schema: Schema, operation: RenameTable): Schema {
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

/** What is kept by its statement follows in its name, its table and its statement. */
export function withObjectsOf(schema: Schema, from: string, to: string): Schema {
  if (!schema.objects || !ENGINE_EFFECTS[schema.engine].definitionsFollowTable) return schema;
  const sql = (text: string) => renameSubjectInSql(text, from, to, schema.engine);
  const objects = mapped(schema.objects, (object) => {
    const [name, definition] = [nameOf(object.name, sql), sql(object.definition)];
    const table = object.table === from ? to : object.table;
    const isSame =
      name === object.name && definition === object.definition && table === object.table;
    return isSame ? object : { ...object, name, table, definition };
  });
  return { ...schema, objects };
}

/** The name of a comment or grant is what it is about; that of a rule stays. */
function nameOf(name: string, sql: (text: string) => string): string {
  return /^[A-Z]/.test(name) && name.includes(' ') ? sql(name) : name;
}
