import {
  columnSequence,
  sequenceOfColumn,
  sequenceOfDefault,
} from '../dialect/postgresql/column-sequences.ts';
import { type Column, findTable, type Schema, type Sequence, type Table } from '../model/schema.ts';
import { without, withTable } from './lookup.ts';
import { ownedTable } from './tables.ts';

/**
 * The schema with the columns of that table as serial ones whose default takes from a sequence that
 * they own: then the sequence is told in the column. A schema file that is not complete tells of no
 * owners; there the name of the sequence decides.
 */
export function withSerialColumns(schema: Schema, tableName: string): Schema {
  const table = schema.complete ? findTable(schema, tableName) : null;
  if (!table) return schema;
  const owned = schema.sequences.filter(({ ownedBy }) => ownedTable(ownedBy) === tableName);
  return owned.reduce((result, sequence) => withSerialColumn(result, tableName, sequence), schema);
}

function withSerialColumn(schema: Schema, tableName: string, sequence: Sequence): Schema {
  const table = findTable(schema, tableName);
  const column = table?.columns.find(
    ({ name, default: value }) =>
      sequence.ownedBy === `${tableName}.${name}` && sequenceOfDefault(value) === sequence.name,
  );
  if (!table || !column) return schema;
  const sequences = without(schema.sequences, sequence.name);
  return withTable(
    { ...schema, sequences },
    withColumn(table, serial(column, tableName, sequence)),
  );
}

function serial(column: Column, table: string, sequence: Sequence): Column {
  const own = columnSequence(table, column, sequence);
  const { sequence: _before, ...rest } = column;
  const numbered = { ...rest, autoIncrement: 'sequence', default: null } as const;
  return own ? { ...numbered, sequence: own } : numbered;
}

function withColumn(table: Table, column: Column): Table {
  const columns = table.columns.map((other) => (other.name === column.name ? column : other));
  return { ...table, columns };
}

/**
 * The schema with the sequence that a column let go: it stays, and stays the column's, when the
 * column gets another default or none. The sequence of an identity goes along with it.
 */
export function withReleasedSequence(schema: Schema, table: string, before: Column): Schema {
  if (!schema.complete || before.autoIncrement !== 'sequence') return schema;
  const after = findTable(schema, table)?.columns.find(({ name }) => name === before.name);
  if (after?.autoIncrement === 'sequence') return schema;
  const sequence = sequenceOfColumn(before, table);
  if (!sequence || schema.sequences.some(({ name }) => name === sequence.name)) return schema;
  return { ...schema, sequences: [...schema.sequences, sequence] };
}

/**
 * The column as it is redefined: the sequence of a serial keeps its name and its type, whatever type
 * the column gets. That of an identity takes the column's (ATParseTransformCmd, PostgreSQL 10 to 18).
 */
export function withKeptSequence(
  schema: Schema,
  table: string,
  before: Column,
  column: Column,
): Column {
  const isSerial = before.autoIncrement === 'sequence' && column.autoIncrement === 'sequence';
  const isRetyped = before.type !== column.type;
  const kept = schema.complete && isSerial && isRetyped ? sequenceOfColumn(before, table) : null;
  if (!kept) return column;
  const sequence = columnSequence(table, column, kept);
  const { sequence: _given, ...rest } = column;
  return sequence ? { ...rest, sequence } : rest;
}
