import { withNotNullNamesKept } from '../dialect/postgresql/not-null-names.ts';
import type { OperationOf } from '../model/operation.ts';
import type { Column, ForeignKey, Index, Schema, SchemaObject, Table } from '../model/schema.ts';
import { tellsSequences, withSequenceKept } from './column-sequences.ts';
import { ENGINE_EFFECTS } from './engine-effects.ts';
import { has, refuse, requireColumn, requireTable } from './lookup.ts';
import { withPartNamed } from './part-names.ts';
import { serialAfterRename } from './serial-columns.ts';
import { renameColumnInSql } from './sql-identifiers.ts';
import { mentionsSubject } from './sql-relations.ts';
import { mapped } from './stored-sql.ts';

/** How one rename changes a list of column names, and SQL over the table. */
interface Renaming {
  readonly name: (column: string) => string;
  readonly names: (columns: readonly string[]) => readonly string[];
  readonly sql: (text: string) => string;
}

/**
 * Renames a column and every mention of it: keys in both directions, indexes, constraints,
 * generated columns, the sequence it owns, and on PostgreSQL the heads of triggers and policies.
 *
 * Queries of views keep their text unless the operation brings the new one: PostgreSQL prints the
 * new name with the old one as the view's column name (`u.mail AS email`), other engines leave the
 * view broken.
 */
export function renameColumn(schema: Schema, operation: OperationOf<'renameColumn'>): Schema {
  const { table: tableName, from, to, views: printed = [] } = operation;
  const table = requireTable(schema, tableName, operation);
  requireColumn(table, from, operation);
  if (from !== to && has(table.columns, to)) {
    throw refuse(operation, `${tableName} already has a column "${to}"`, 'Choose another name.');
  }
  const name = (column: string) => (column === from ? to : column);
  const renaming: Renaming = {
    name,
    names: (columns) => (columns.includes(from) ? columns.map(name) : columns),
    sql: (text) => renameColumnInSql(text, { from, to, table: tableName }, schema.engine),
  };
  const renamed = {
    ...schema,
    tables: schema.tables.map((other) => {
      const own =
        other.name === tableName
          ? withNotNullNamesKept(
              schema,
              other,
              withSerial(renamedParts(other, renaming), other, operation, schema),
            )
          : other;
      return ENGINE_EFFECTS[schema.engine].keysFollowColumn
        ? withKeysTo(own, tableName, renaming)
        : own;
    }),
    views: schema.views.map((view) => printed.find(({ name }) => name === view.name) ?? view),
    sequences: schema.sequences.map((sequence) =>
      sequence.ownedBy === `${tableName}.${from}`
        ? { ...sequence, ownedBy: `${tableName}.${to}` }
        : sequence,
    ),
  };
  const named = withPartNamed(renamed, { kind: 'COLUMN', table: tableName, from, to });
  return withDefinitions(named, tableName, renaming);
}

function withSerial(
  table: Table,
  before: Table,
  { from, to }: OperationOf<'renameColumn'>,
  schema: Schema,
): Table {
  if (!ENGINE_EFFECTS[schema.engine].namesSequences) return table;
  if (tellsSequences(schema)) {
    const columns = table.columns.map((column, place) => {
      const was = before.columns[place];
      const names = { from: table.name, to: table.name };
      return column.name === to && was ? withSequenceKept(was, column, names) : column;
    });
    return { ...table, columns };
  }
  const sequence = (column: string) => `${table.name}_${column}_seq`;
  const columns = table.columns.map((column) =>
    column.name === to ? serialAfterRename(column, sequence(from), sequence(to)) : column,
  );
  return { ...table, columns };
}

function renamedParts(table: Table, renaming: Renaming): Table {
  const { names, sql } = renaming;
  const sqlOrNull = (text: string | null) => (text === null ? null : sql(text));
  return {
    ...table,
    columns: table.columns.map((column) => renamedColumn(column, renaming)),
    primaryKey: table.primaryKey && {
      ...table.primaryKey,
      columns: names(table.primaryKey.columns),
    },
    indexes: table.indexes.map((index) => renamedIndex(index, renaming)),
    foreignKeys: table.foreignKeys.map((key) => ({ ...key, columns: names(key.columns) })),
    checkConstraints: table.checkConstraints.map((check) => ({
      ...check,
      expression: sql(check.expression),
    })),
    uniqueConstraints: table.uniqueConstraints.map((constraint) => ({
      ...constraint,
      columns: names(constraint.columns),
    })),
    exclusionConstraints: table.exclusionConstraints.map((constraint) => ({
      ...constraint,
      expression: sql(constraint.expression),
      where: sqlOrNull(constraint.where),
    })),
    options: renamedOptions(table.options, sql),
  };
}

/** The key of a partitioned table is part of its options. */
function renamedOptions(options: string | null, sql: (text: string) => string): string | null {
  return options !== null && /\bPARTITION BY\b/i.test(options) ? sql(options) : options;
}

function renamedColumn(column: Column, { name, sql }: Renaming): Column {
  const generated = column.generated && {
    ...column.generated,
    expression: sql(column.generated.expression),
  };
  return { ...column, name: name(column.name), generated };
}

function renamedIndex(index: Index, { name, names, sql }: Renaming): Index {
  return {
    ...index,
    parts: index.parts.map((part) => ({
      ...part,
      column: part.column === null ? null : name(part.column),
      expression: part.expression === null ? null : sql(part.expression),
    })),
    where: index.where === null ? null : sql(index.where),
    include: names(index.include),
  };
}

function withKeysTo(table: Table, parent: string, { names }: Renaming): Table {
  if (!table.foreignKeys.some(({ toTable }) => toTable === parent)) return table;
  const renamed = (key: ForeignKey) =>
    key.toTable === parent ? { ...key, toColumns: names(key.toColumns) } : key;
  return { ...table, foreignKeys: table.foreignKeys.map(renamed) };
}

function withDefinitions(schema: Schema, table: string, { sql }: Renaming): Schema {
  if (!ENGINE_EFFECTS[schema.engine].definitionsFollowColumn) return schema;
  const renamed = <T extends { readonly table: string | null; readonly definition: string }>(
    object: T,
  ): T => (object.table === table ? { ...object, definition: sql(object.definition) } : object);
  return {
    ...schema,
    triggers: schema.triggers.map(renamed),
    policies: schema.policies.map(renamed),
    ...(schema.objects && {
      objects: mapped(schema.objects, (object) => renamedObject(object, table, sql, schema.engine)),
    }),
  };
}

/** A grant on columns, a rule, the statistics of columns: what says which table it is about. */
function renamedObject(
  object: SchemaObject,
  table: string,
  sql: (text: string) => string,
  engine: Schema['engine'],
): SchemaObject {
  const isAbout = object.table === table || mentionsSubject(object.definition, table, engine);
  if (!isAbout) return object;
  const definition = sql(columnsBare(object.definition, sql));
  return definition === object.definition ? object : { ...object, definition };
}

/** The columns of CREATE STATISTICS stand behind ON, where other statements have a table. */
function columnsBare(definition: string, sql: (text: string) => string): string {
  if (!/^\s*CREATE\s+STATISTICS\b/i.test(definition)) return definition;
  return definition.replace(
    /(\bON\s+)(.+)(\s+FROM\s)/is,
    (_all, head: string, columns: string, tail: string) => `${head}${sql(columns)}${tail}`,
  );
}
