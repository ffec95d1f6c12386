import { defaultForeignKeyName } from '../../../dialect/rails/names.ts';
import { tableCopiedBy } from '../../../dialect/sqlite/copies.ts';
import { createTableSql } from '../../../dialect/sqlite/ddl.ts';
import { quoteTable } from '../../../dialect/sqlite/quoting.ts';
import { type RailsVersion, railsAtLeast } from '../../../model/engine.ts';
import type { AppliedOperation } from '../../../model/migration.ts';
import { type Operation, operationTable } from '../../../model/operation.ts';
import { type ForeignKey, findTable, type Index, type Table } from '../../../model/schema.ts';
import { asCopied } from './copied-columns.ts';
import { copiedIndexSql } from './copied-index.ts';
import type { DumpedSchema } from './dumped-schema.ts';

/** The steps that one copy of a table carries out. */
export interface Copy {
  readonly table: string;
  readonly steps: readonly AppliedOperation[];
}

/** The copy that begins with a step; null for a step that SQLite can do itself. */
export function copiedTable(
  applied: readonly AppliedOperation[],
  at: number,
  rails: RailsVersion | null,
): Copy | null {
  const step = applied[at];
  if (!step || step.before === step.after) return null;
  const together =
    timestamps(applied, at, rails) ??
    severalDrops(applied, at, rails) ??
    keyWithColumn(applied, at);
  const copied = tableCopiedBy(step.operation);
  const table = together === null ? copied : operationTable(step.operation);
  if (table === null) return null;
  const count = together ?? 1;
  return { table, steps: applied.slice(at, at + count + lossesBehind(applied, at + count)) };
}

/** What other columns lose by the copy is told by steps of its own. */
function lossesBehind(applied: readonly AppliedOperation[], from: number): number {
  let count = 0;
  while (applied[from + count]?.operation.impliedBy === 'copy of the table') count += 1;
  return count;
}

/** Since Rails 7.1 `add_timestamps` copies the table once, whatever the columns are. */
function timestamps(
  applied: readonly AppliedOperation[],
  at: number,
  rails: RailsVersion | null,
): number | null {
  if (rails !== null && !railsAtLeast(rails, 7, 1)) return null;
  const [first, second] = [applied[at]?.operation, applied[at + 1]?.operation];
  if (first?.kind !== 'addColumn' || second?.kind !== 'addColumn') return null;
  const isPair = first.column.name === 'created_at' && second.column.name === 'updated_at';
  return isPair && isSameCall(first, second) ? 2 : null;
}

/** A column that is the table's key from the start. */
function keyWithColumn(applied: readonly AppliedOperation[], at: number): number | null {
  const [column, key] = [applied[at]?.operation, applied[at + 1]?.operation];
  if (column?.kind !== 'addColumn' || key?.kind !== 'addPrimaryKey') return null;
  return key.primaryKey.columns.includes(column.column.name) && isSameCall(column, key) ? 2 : null;
}

/**
 * `remove_columns` copies the table once since Rails 7.0; `remove_reference` of a polymorphic one
 * removes its two columns one by one.
 */
function severalDrops(
  applied: readonly AppliedOperation[],
  at: number,
  rails: RailsVersion | null,
): number | null {
  const first = applied[at]?.operation;
  if (first?.kind !== 'dropColumn') return null;
  if (rails !== null && !railsAtLeast(rails, 7, 0)) return null;
  let count = 1;
  for (;;) {
    const next = applied[at + count]?.operation;
    if (next?.kind !== 'dropColumn' || !isSameCall(first, next)) break;
    count += 1;
  }
  const [one, other] = applied.slice(at, at + count).map(({ operation }) => operation);
  return count === 2 && isReference(one, other) ? null : count;
}

function isReference(one: Operation | undefined, other: Operation | undefined): boolean {
  if (one?.kind !== 'dropColumn' || other?.kind !== 'dropColumn') return false;
  const [type, id] = [one.column, other.column].sort().reverse();
  return type?.endsWith('_type') === true && id === `${type.slice(0, -'_type'.length)}_id`;
}

function isSameCall(one: Operation, other: Operation): boolean {
  const { path, line, column } = one.source;
  return path === other.source.path && line === other.source.line && column === other.source.column;
}

/**
 * Drops the table and makes it as it is afterwards, with its indexes in the order in which they were
 * made. The foreign keys that were there come in the reverse of their order, as
 * `pragma_foreign_key_list` tells them, and under the names that Active Record gives.
 */
export function copyTable(
  { steps, table: name }: Copy,
  rails: RailsVersion | null,
  dumped: DumpedSchema,
): void {
  const last = steps.at(-1);
  const table = last && findTable(last.after, name);
  const before = steps[0] && findTable(steps[0].before, name);
  if (!table || !before) return;
  const renamed = renamedColumns(steps);
  const order = foreignKeyOrder(name, dumped);
  const known = (key: ForeignKey) =>
    order.indexOf(
      keyId(
        key.columns.map((column) => renamed.get(column) ?? column),
        key.toTable,
      ),
    );
  const there = table.foreignKeys.filter((key) => known(key) >= 0);
  const added = table.foreignKeys.filter((key) => known(key) < 0);
  const foreignKeys = [
    ...there
      .toSorted((left, right) => known(left) - known(right))
      .map((key) => ({ ...key, name: defaultForeignKeyName(name, key.columns) })),
    ...added,
  ];
  const kept = keptIndexes(name, dumped);
  const indexes = inLiveOrder(table, [...kept.keys()]);
  dumped.run(`DROP TABLE ${quoteTable(name)}`);
  dumped.run(createTableSql(asCopied({ ...table, foreignKeys }, steps, rails)));
  for (const index of indexes) {
    dumped.run(copiedIndexSql(index, name, kept.get(index.name) ?? null));
  }
}

/** Old names by new ones. */
function renamedColumns(steps: Copy['steps']): ReadonlyMap<string, string> {
  return new Map(
    steps.flatMap(({ operation }) =>
      operation.kind === 'renameColumn' ? [[operation.to, operation.from] as const] : [],
    ),
  );
}

function foreignKeyOrder(table: string, { database }: DumpedSchema): readonly string[] {
  const rows = database.rows(
    `SELECT id, "table", group_concat("from", char(0)) AS columns
       FROM (SELECT * FROM pragma_foreign_key_list(?) ORDER BY id, seq) GROUP BY id ORDER BY id`,
    table,
  );
  return rows.map((row) => keyId(String(row['columns']).split('\0'), String(row['table'])));
}

function keyId(columns: readonly string[], toTable: string): string {
  return [...columns, toTable].join('\0');
}

/** The statements of the table's indexes by their names, in the order in which they were made. */
function keptIndexes(table: string, { database }: DumpedSchema): ReadonlyMap<string, string> {
  const rows = database.rows(
    `SELECT name, sql FROM main.sqlite_schema
      WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ? COLLATE NOCASE ORDER BY rowid`,
    table,
  );
  return new Map(rows.map((row) => [String(row['name']), String(row['sql'])]));
}

function inLiveOrder(table: Table, names: readonly string[]): readonly Index[] {
  const position = (index: Index) => {
    const at = names.indexOf(index.name);
    return at < 0 ? names.length : at;
  };
  return table.indexes.toSorted((left, right) => position(left) - position(right));
}
