import type { Column, Schema, Table, View } from '../../../model/schema.ts';
import type { Draw } from '../draw.ts';

/** One of the schema's tables; null when there is none. */
export function anyTable(draw: Draw, schema: Schema): Table | null {
  return draw.maybeOf(schema.tables);
}

export function anyView(draw: Draw, schema: Schema, materialized: boolean): View | null {
  return draw.maybeOf(schema.views.filter((view) => view.materialized === materialized));
}

export interface ColumnTarget {
  readonly table: Table;
  readonly column: Column;
}

/** A column of one of the tables; null when there is none. */
export function anyColumn(draw: Draw, schema: Schema): ColumnTarget | null {
  const table = anyTable(draw, schema);
  const column = table && draw.maybeOf(table.columns);
  return table && column && { table, column };
}

export function numbers(table: Table): readonly Column[] {
  return table.columns.filter(({ type }) => /^(?:integer|bigint|smallint|numeric)/.test(type));
}

export function texts(table: Table): readonly Column[] {
  return table.columns.filter(({ type }) => /^(?:text|character)/.test(type));
}

/** Columns that a btree sorts. */
export function sortable(table: Table): readonly Column[] {
  return table.columns.filter(({ type }) => !/^(?:json|xml|point|int\[\]\[\])$/.test(type));
}

/** Names of all constraints that the table is known to have. */
export function constraintNames(table: Table): readonly string[] {
  const { primaryKey, foreignKeys, checkConstraints, uniqueConstraints, exclusionConstraints } =
    table;
  const keys = primaryKey ? [primaryKey.name ?? `${table.name}_pkey`] : [];
  const others = [foreignKeys, checkConstraints, uniqueConstraints, exclusionConstraints].flat();
  return [...keys, ...others.map(({ name }) => name)];
}
