import { columnSql, createIndexSql, createTableSql } from '../../../dialect/sqlite/ddl.ts';
import { quoteIdentifier, quoteTable } from '../../../dialect/sqlite/quoting.ts';
import type { RailsVersion } from '../../../model/engine.ts';
import type { AppliedOperation } from '../../../model/migration.ts';
import type { OperationKind, OperationOf } from '../../../model/operation.ts';
import { findTable } from '../../../model/schema.ts';
import { copiedTable, copyTable } from './copy-table.ts';
import type { DumpedSchema } from './dumped-schema.ts';

/** What an operation sends that Ruby asked for, over the schema right after it; empty for nothing. */
type Send<K extends OperationKind> = (
  operation: OperationOf<K>,
  step: AppliedOperation,
) => readonly string[];

type Senders = { readonly [K in OperationKind]?: Send<K> };

const SENDERS: Senders = {
  createTable: ({ table }) => [
    createTableSql(table),
    ...table.indexes.map((index) => createIndexSql(index, table.name)),
  ],
  dropTable: ({ table }) => [`DROP TABLE ${quoteTable(table)}`],
  renameTable: ({ from, to }) => [`ALTER TABLE ${quoteTable(from)} RENAME TO ${quoteTable(to)}`],
  addColumn: ({ table, column }) => [
    `ALTER TABLE ${quoteTable(table)} ADD ${columnSql(column, false)}`,
  ],
  addIndex: ({ table, index }) => [createIndexSql(index, table)],
  dropIndex: ({ index }) => [`DROP INDEX ${quoteIdentifier(index)}`],
  // SQLite renames no index: Active Record builds the new one and drops the old one.
  renameIndex: ({ table, from, to }, { after }) => {
    const index = findTable(after, table)?.indexes.find(({ name }) => name === to);
    return index ? [createIndexSql(index, table), `DROP INDEX ${quoteIdentifier(from)}`] : [];
  },
  createView: ({ view }) => [`CREATE VIEW ${quoteTable(view.name)} AS ${view.definition}`],
  dropView: ({ view }) => [`DROP VIEW ${quoteTable(view)}`],
  createTrigger: ({ trigger }) => [trigger.definition],
  dropTrigger: ({ trigger }) => [`DROP TRIGGER ${quoteIdentifier(trigger)}`],
  // Active Record does not quote the name.
  createVirtualTable: ({ virtualTable: { name, module, arguments: given } }) => [
    `CREATE VIRTUAL TABLE ${/^\w+$/.test(name) ? name : quoteTable(name)} USING ${module} (${given.join(', ')})`,
  ],
  dropVirtualTable: ({ virtualTable }) => [`DROP TABLE ${quoteTable(virtualTable)}`],
};

/** Runs what the migrations send: SQL as its author wrote it, and for Ruby what Active Record makes of it. */
export function runSteps(
  applied: readonly AppliedOperation[],
  rails: RailsVersion | null,
  dumped: DumpedSchema,
): void {
  let at = 0;
  while (at < applied.length) at += runStep(applied, at, rails, dumped);
}

/** Runs what begins with a step, and tells how many steps that was. */
function runStep(
  applied: readonly AppliedOperation[],
  at: number,
  rails: RailsVersion | null,
  dumped: DumpedSchema,
): number {
  const step = applied[at];
  const sql = step?.operation.sql;
  if (!step || sql !== undefined) {
    if (sql !== undefined && step?.operation.impliedBy === null) dumped.run(sql);
    return 1;
  }
  const renames = indexRenames(applied, at);
  if (renames > 0) {
    runIndexRenames(applied.slice(at, at + renames), dumped);
    return renames;
  }
  const copy = copiedTable(applied, at, rails);
  if (copy) {
    copyTable(copy, rails, dumped);
    return copy.steps.length;
  }
  for (const statement of sent(step)) dumped.run(statement);
  return 1;
}

/** How many indexes in a row follow the rename of their table or column. */
function indexRenames(applied: readonly AppliedOperation[], at: number): number {
  const isImplied = (step: AppliedOperation | undefined) =>
    step?.operation.kind === 'renameIndex' && step.operation.impliedBy !== null;
  let count = 0;
  while (isImplied(applied[at + count])) count += 1;
  return count;
}

/** `rename_table_indexes` goes through them as `pragma_index_list` tells them: the newest first. */
function runIndexRenames(steps: readonly AppliedOperation[], dumped: DumpedSchema): void {
  const names = dumped.rows().map(({ name }) => name);
  const made = ({ operation }: AppliedOperation) =>
    operation.kind === 'renameIndex' ? names.indexOf(operation.from) : -1;
  for (const step of steps.toSorted((left, right) => made(right) - made(left))) {
    for (const statement of sent(step)) dumped.run(statement);
  }
}

function sent(step: AppliedOperation): readonly string[] {
  // A step that finds its object there already, or not there, sends nothing that lasts.
  if (step.before === step.after) return [];
  // The table pairs each kind with the sender of that kind, which TypeScript cannot follow through
  // an index by a union.
  const send = SENDERS[step.operation.kind] as Send<OperationKind> | undefined;
  return send ? send(step.operation, step) : [];
}
