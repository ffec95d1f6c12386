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

/** True when a key or an index of the table keeps rows apart that are equal in these columns. */
export function keepsApart(table: Table, columns: readonly string[]): boolean {
  const keys = [
    ...(table.primaryKey ? [table.primaryKey.columns] : []),
    ...table.uniqueConstraints.map((unique) => unique.columns),
    ...table.indexes.filter(({ unique }) => unique).flatMap((index) => [plainColumns(index) ?? []]),
  ];
  return keys.some((key) => key.length > 0 && key.every((column) => columns.includes(column)));
}
