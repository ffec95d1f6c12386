import type { ColumnPosition, OperationOf } from '../model/operation.ts';
import type { Column, Schema, Table } from '../model/schema.ts';
import { readersOfColumn } from './column-readers.ts';
import { ENGINE_EFFECTS } from './engine-effects.ts';
import {
  type Blamed,
  has,
  refuse,
  replaced,
  requireColumn,
  requireTable,
  without,
  withTable,
} from './lookup.ts';
import { withKeptSequence, withReleasedSequence, withSerialColumns } from './owned-sequences.ts';
import { mentionsColumn } from './sql-identifiers.ts';
import { storedColumn, storedDefault, storedTable } from './stored-expressions.ts';

export function addColumn(schema: Schema, operation: OperationOf<'addColumn'>): Schema {
  const table = requireTable(schema, operation.table, operation);
  const { column } = operation;
  if (has(table.columns, column.name)) {
    if (operation.ifNotExists) return schema;
    throw refuse(
      operation,
      `${table.name} already has a column "${column.name}"`,
      'Check that this migration has not been run yet: the schema file may already hold it.',
    );
  }
  const columns = placed(
    table,
    table.columns,
    storedColumn(schema, table, column),
    operation.position,
    operation,
  );
  return withTable(schema, { ...table, columns });
}

/**
 * Redefines a column; it keeps its place unless the operation gives one. Indexes, checks and
 * generated columns are made anew, for the column's new type.
 */
export function setColumn(schema: Schema, operation: OperationOf<'setColumn'>): Schema {
  const table = requireTable(schema, operation.table, operation);
  const { position } = operation;
  const replacedColumn = requireColumn(table, operation.column.name, operation);
  const column = withKeptSequence(schema, table.name, replacedColumn, operation.column);
  const columns =
    position === null
      ? replaced(table.columns, column.name, column)
      : placed(table, without(table.columns, column.name), column, position, operation);
  const redefined = { ...table, columns };
  const isRetyped = replacedColumn.type !== column.type;
  if (isRetyped) refuseReaders(schema, table, column.name, operation);
  const stored = isRetyped ? storedTable(schema, redefined) : redefined;
  const set = withReleasedSequence(withTable(schema, stored), table.name, replacedColumn);
  return withSerialColumns(set, table.name);
}

/** A complete schema file shows all that PostgreSQL would have to make anew, and does not. */
function refuseReaders(schema: Schema, table: Table, column: string, operation: Blamed): void {
  if (!schema.complete || !ENGINE_EFFECTS[schema.engine].cascadesToViews) return;
  const generated = table.columns.find(
    (other) =>
      other.generated &&
      mentionsColumn(other.generated.expression, column, table.name, schema.engine),
  );
  const readers = readersOfColumn(schema, { table: table.name, column }).words;
  const [first] = generated ? [`generated column ${generated.name}`] : readers;
  if (first === undefined) return;
  throw refuse(
    operation,
    `${table.name}.${column} cannot get another type: ${first} uses it`,
    'Drop what uses it first, and make it anew behind.',
  );
}

export function setColumnDefault(
  schema: Schema,
  operation: OperationOf<'setColumnDefault'>,
): Schema {
  const set = withColumn(schema, operation, (column) => ({
    ...column,
    default: storedDefault(schema, operation.default),
  }));
  return withSerialColumns(set, operation.table);
}

export function setColumnNull(schema: Schema, operation: OperationOf<'setColumnNull'>): Schema {
  return withColumn(schema, operation, (column) => ({ ...column, nullable: operation.nullable }));
}

export function setColumnComment(
  schema: Schema,
  operation: OperationOf<'setColumnComment'>,
): Schema {
  return withColumn(schema, operation, (column) => ({ ...column, comment: operation.comment }));
}

function withColumn(
  schema: Schema,
  operation: Blamed & { readonly table: string; readonly column: string },
  change: (column: Column) => Column,
): Schema {
  const table = requireTable(schema, operation.table, operation);
  const column = requireColumn(table, operation.column, operation);
  const columns = replaced(table.columns, column.name, change(column));
  return withTable(schema, { ...table, columns });
}

function placed(
  table: Table,
  columns: readonly Column[],
  column: Column,
  position: ColumnPosition,
  operation: Blamed,
): readonly Column[] {
  if (position === null) return [...columns, column];
  if (position === 'first') return [column, ...columns];
  requireColumn(table, position.after, operation);
  return columns.flatMap((other) => (other.name === position.after ? [other, column] : [other]));
}
