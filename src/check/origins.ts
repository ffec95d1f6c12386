import type { AppliedOperation } from '../model/migration.ts';
import type { Operation, OperationKind, OperationOf } from '../model/operation.ts';
import { findColumn, findTable, type Schema } from '../model/schema.ts';

/** What the tables and columns of a schema were called before the operations that were followed. */
export interface Origins {
  /** By the name of now; null for a table that was created. One that is not listed kept its name. */
  readonly tables: ReadonlyMap<string, string | null>;
  /** The same of columns, by the table's name of now. Those of a created table are not listed. */
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, string | null>>;
}

/** Before anything was renamed or created. */
export const NO_ORIGINS: Origins = { tables: new Map(), columns: new Map() };

/** The name that a table had; null for one that was created. */
export function originalTable({ tables }: Origins, name: string): string | null {
  const origin = tables.get(name);
  return origin === undefined ? name : origin;
}

/** The name that a column had; null for one that was added, or whose table was created. */
export function originalColumn(origins: Origins, table: string, column: string): string | null {
  if (originalTable(origins, table) === null) return null;
  const origin = origins.columns.get(table)?.get(column);
  return origin === undefined ? column : origin;
}

/**
 * For each step what holds right before it, but that the table which it creates counts as created;
 * and what holds behind the last one.
 */
export function followOrigins(
  start: Origins,
  applied: readonly AppliedOperation[],
): { readonly steps: readonly Origins[]; readonly end: Origins } {
  let origins = start;
  const steps = applied.map(({ operation, before }) => {
    origins = created(origins, operation, before);
    const current = origins;
    // The table pairs each kind with the function of that kind, which TypeScript cannot follow
    // through an index by a union.
    const follow = FOLLOWS[operation.kind] as Follow<OperationKind> | undefined;
    if (follow) origins = follow(origins, operation, before);
    return current;
  });
  return { steps, end: origins };
}

function created(origins: Origins, operation: Operation, before: Schema): Origins {
  const name = createdName(operation, before);
  if (name === null) return origins;
  return { tables: withEntry(origins.tables, name, null), columns: without(origins.columns, name) };
}

/** Materialized views are locked and indexed as tables are. */
function createdName(operation: Operation, before: Schema): string | null {
  if (operation.kind === 'createTable') {
    const { name } = operation.table;
    return findTable(before, name) ? null : name;
  }
  if (operation.kind !== 'createView') return null;
  const { name } = operation.view;
  return before.views.some((view) => view.name === name) ? null : name;
}

type Follow<K extends OperationKind> = (
  origins: Origins,
  operation: OperationOf<K>,
  before: Schema,
) => Origins;

const FOLLOWS: { readonly [K in OperationKind]?: Follow<K> } = {
  renameTable({ tables, columns }, { from, to }) {
    const origin = tables.get(from);
    const parts = columns.get(from);
    return {
      tables: withEntry(without(tables, from), to, origin === undefined ? from : origin),
      columns: parts
        ? withEntry(without(columns, from), to, parts)
        : without(without(columns, from), to),
    };
  },
  addColumn(origins, { table, column }, before) {
    const owner = findTable(before, table);
    if (owner && findColumn(owner, column.name)) return origins;
    return withColumns(origins, table, (columns) => withEntry(columns, column.name, null));
  },
  renameColumn: (origins, { table, from, to }) =>
    withColumns(origins, table, (columns) => {
      const origin = columns.get(from);
      return withEntry(without(columns, from), to, origin === undefined ? from : origin);
    }),
};

function withColumns(
  { tables, columns }: Origins,
  table: string,
  change: (own: ReadonlyMap<string, string | null>) => ReadonlyMap<string, string | null>,
): Origins {
  return { tables, columns: withEntry(columns, table, change(columns.get(table) ?? new Map())) };
}

function withEntry<V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> {
  return new Map(map).set(key, value);
}

function without<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  if (!map.has(key)) return map;
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
