import type { Change, PossibleRename } from '../model/change.ts';
import { type Column, findColumn, findTable, type Schema, type Table } from '../model/schema.ts';

/** Share of columns that two tables must have in common to look like one. */
const ALIKE = 0.7;
/** Columns that nearly every Rails table has; they say nothing about what a table is. */
const COMMON_COLUMNS = ['id', 'created_at', 'updated_at'];

/**
 * Removed and added objects that may be one renamed: two columns of one table with the same type,
 * two tables with at least 70 % of their columns in common (`id` and timestamps aside).
 *
 * Each object is in at most one pair. Only reported: whether data is carried over or lost depends
 * on what the author meant.
 *
 * @param changes - as `diffSchemas` gives them for `before` and `after`.
 */
export function possibleRenames(
  changes: readonly Change[],
  before: Schema,
  after: Schema,
): readonly PossibleRename[] {
  return [...renamedTables(changes, before, after), ...renamedColumns(changes, before, after)];
}

function renamedTables(
  changes: readonly Change[],
  before: Schema,
  after: Schema,
): readonly PossibleRename[] {
  const removed = tablesOf(changes, 'removed', before);
  const added = new Set(tablesOf(changes, 'added', after));
  return removed.flatMap((table) => {
    const scored = [...added].map((other) => ({ other, ...likeness(table, other) }));
    const [best] = scored
      .filter(({ shared, of }) => of > 0 && shared / of >= ALIKE)
      .toSorted((left, right) => right.shared / right.of - left.shared / left.of);
    if (!best) return [];
    added.delete(best.other);
    return [
      {
        type: 'table',
        table: null,
        from: table.name,
        to: best.other.name,
        reason: `${best.shared} of ${best.of} columns have the same name and type`,
      } as const,
    ];
  });
}

function tablesOf(
  changes: readonly Change[],
  kind: 'added' | 'removed',
  schema: Schema,
): readonly Table[] {
  return changes.flatMap(({ kind: actual, object }) => {
    const table =
      actual === kind && object.type === 'table' ? findTable(schema, object.name) : null;
    return table ? [table] : [];
  });
}

/** How many of the larger table's own columns both have. */
function likeness(before: Table, after: Table): { readonly shared: number; readonly of: number } {
  const own = ({ columns }: Table) => columns.filter(({ name }) => !COMMON_COLUMNS.includes(name));
  const shared = own(before).filter(
    (column) => findColumn(after, column.name)?.type === column.type,
  );
  return { shared: shared.length, of: Math.max(own(before).length, own(after).length) };
}

function renamedColumns(
  changes: readonly Change[],
  before: Schema,
  after: Schema,
): readonly PossibleRename[] {
  const tables = [...new Set(columnChanges(changes).map(({ object }) => object.table))];
  return tables.flatMap((table) => (table === null ? [] : inTable(table, changes, before, after)));
}

function columnChanges(changes: readonly Change[]): readonly Change[] {
  return changes.filter(({ object }) => object.type === 'column');
}

function inTable(
  table: string,
  changes: readonly Change[],
  before: Schema,
  after: Schema,
): readonly PossibleRename[] {
  const columns = (kind: 'added' | 'removed', schema: Schema) =>
    columnChanges(changes).flatMap(({ kind: actual, object }) => {
      const owner = object.table === table ? findTable(schema, table) : null;
      const column = actual === kind && owner ? findColumn(owner, object.name) : null;
      return column ? [column] : [];
    });
  const added = new Set(columns('added', after));
  return columns('removed', before).flatMap((column) => {
    const candidates = [...added].filter(({ type }) => type === column.type);
    const best = candidates.find((other) => isAlike(column, other)) ?? candidates[0];
    if (!best) return [];
    added.delete(best);
    return [{ type: 'column', table, from: column.name, to: best.name, reason: why(column, best) }];
  });
}

/** Alike in what can be told besides the type, which is the same already. */
function isAlike(left: Column, right: Column): boolean {
  return (
    left.nullable === right.nullable &&
    JSON.stringify(left.default) === JSON.stringify(right.default) &&
    left.comment === right.comment
  );
}

function why(left: Column, right: Column): string {
  const more = isAlike(left, right) ? ' with the same default and null' : '';
  return `both are ${left.type}${more}`;
}
