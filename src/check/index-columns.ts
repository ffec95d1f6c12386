import { comparable, identifiersIn } from '../dialect/sql-names.ts';
import type { Engine } from '../model/engine.ts';
import type { Index, Schema, Table } from '../model/schema.ts';
import { findTable } from '../model/schema.ts';

/** Columns of an ordinary B-tree index over whole columns; null for any other. */
export function plainColumns(index: Index): readonly string[] | null {
  const plain =
    index.where === null &&
    index.kind === null &&
    (index.using === null || index.using === 'btree');
  const parts = index.parts.flatMap((part) =>
    part.column !== null && part.order === 'asc' && part.opclass === null && part.length === null
      ? [part.column]
      : [],
  );
  return plain && parts.length === index.parts.length ? parts : null;
}

export function beginsWith(columns: readonly string[], start: readonly string[]): boolean {
  return start.length > 0 && start.every((column, position) => columns[position] === column);
}

/** The name of another index of the table that serves the queries that this one served; null for none. */
export function servedBy(schema: Schema, table: string, index: Index): string | null {
  const columns = plainColumns(index);
  if (columns === null) return null;
  const others = findTable(schema, table)?.indexes.filter(({ name }) => name !== index.name) ?? [];
  return others.find((other) => beginsWith(plainColumns(other) ?? [], columns))?.name ?? null;
}

/**
 * True when a unique index over expressions keeps rows apart that are equal in these columns: where
 * it is computed of no others, equal columns give equal values.
 */
export function keepsApartByExpression(
  table: Table,
  columns: readonly string[],
  engine: Engine,
): boolean {
  return table.indexes.some(({ unique, where, parts }) => {
    if (!unique || where !== null || parts.every(({ expression }) => expression === null)) {
      return false;
    }
    const named = parts.flatMap(({ column, expression }) =>
      column === null ? namedIn(expression ?? '', table, engine) : [column],
    );
    return named.length > 0 && named.every((name) => columns.includes(name));
  });
}

function namedIn(expression: string, { columns }: Table, engine: Engine): readonly string[] {
  const names = identifiersIn(expression, engine);
  return columns.map(({ name }) => name).filter((name) => names.has(comparable(name, engine)));
}

/** True when a key or an index of the table keeps rows apart that are equal in these columns. */
export function keepsApart(table: Table, columns: readonly string[]): boolean {
  const keys = [
    ...(table.primaryKey ? [table.primaryKey.columns] : []),
    ...table.uniqueConstraints.map((unique) => unique.columns),
    ...table.indexes.filter(({ unique }) => unique).flatMap((index) => [plainColumns(index) ?? []]),
  ];
  return keys.some((key) => key.length > 0 && key.every((column) => columns.includes(column)));
}
