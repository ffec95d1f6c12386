import { comparable, identifiersIn } from '../dialect/sql-names.ts';
import type { Engine } from '../model/engine.ts';
import type { Index, Schema, Table } from '../model/schema.ts';
import { findTable } from '../model/schema.ts';

/** Columns of an ordinary B-tree index over whole columns; null for any other. */
export function plainColumns(index: Index): readonly string[] | null {
  return index.where === null ? wholeColumns(index) : null;
}

/**
 * As `plainColumns`, of an index that leaves out NULLs of its own columns as well: an equality finds
 * no NULL, so that PostgreSQL uses it for one, and in a unique index NULLs are apart in any case.
 */
function columnsForValues(index: Index): readonly string[] | null {
  const columns = wholeColumns(index);
  const conditions = (index.where ?? '').replace(/[()]/g, '').split(/\s+AND\s+/i);
  const leavesOutNulls = conditions.every((condition) => {
    const column = /^\s*"?(\w+)"?\s+IS\s+NOT\s+NULL\s*$/i.exec(condition)?.[1];
    return column !== undefined && columns?.includes(column);
  });
  return index.where === null || leavesOutNulls ? columns : null;
}

function wholeColumns(index: Index): readonly string[] | null {
  const plain = index.kind === null && (index.using === null || index.using === 'btree');
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
  const others = findTable(schema, table)?.indexes.filter(({ name }) => name !== index.name) ?? [];
  const heir = others.find(
    (other) =>
      isAlike(other, index) ||
      (columns !== null && beginsWith(columnsForValues(other) ?? [], columns)),
  );
  return heir?.name ?? null;
}

/** True for indexes that serve the same queries, and keep the same rows apart, whatever their names. */
export function isAlike(one: Index, other: Index): boolean {
  return shapeOf(one) === shapeOf(other);
}

function shapeOf({ parts, unique, using, kind, where, nullsNotDistinct, enabled }: Index): string {
  return JSON.stringify([parts, unique, using ?? 'btree', kind, where, nullsNotDistinct, enabled]);
}

/** True when a column of the index, or its table, is not there after the release. */
export function losesColumn(final: Schema, table: string, index: Index): boolean {
  const columns = findTable(final, table)?.columns.map(({ name }) => name) ?? [];
  return index.parts.some(({ column }) => column !== null && !columns.includes(column));
}

/** True when the table has, after the release, an index of the name and the shape of the one that goes. */
export function isBuiltAgain(final: Schema, table: string, index: Index): boolean {
  const indexes = findTable(final, table)?.indexes ?? [];
  return indexes.some((other) => other.name === index.name && isAlike(other, index));
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
    ...table.indexes
      .filter(({ unique }) => unique)
      .flatMap((index) => [columnsForValues(index) ?? []]),
  ];
  return keys.some((key) => key.length > 0 && key.every((column) => columns.includes(column)));
}
