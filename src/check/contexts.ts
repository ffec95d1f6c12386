import { dialectFor } from '../dialect/index.ts';
import { locksOfEach } from '../dialect/locks.ts';
import type { AppliedOperation } from '../model/migration.ts';
import type { Operation } from '../model/operation.ts';
import { own } from '../model/own.ts';
import { NO_PROJECT_FACTS } from '../model/project-facts.ts';
import { findTable } from '../model/schema.ts';
import { defaultServerOf } from '../model/server.ts';
import type { CheckOptions, RuleContext, Sibling, WayBack } from './context.ts';
import {
  followOrigins,
  NO_ORIGINS,
  type Origins,
  originalColumn,
  originalTable,
} from './origins.ts';
import { describeSize, EMPTY_TABLE, SEVERITY_BY_SIZE, type TableSize, tableSize } from './size.ts';
import { writtenColumns } from './written-columns.ts';

/** The context of each operation, in the operations' order. */
export function contextsOf(
  applied: readonly AppliedOperation[],
  options: CheckOptions,
): readonly RuleContext[] {
  const { steps } = followOrigins(NO_ORIGINS, applied);
  return contextsFrom({
    direction: 'up',
    base: applied[0]?.before ?? null,
    applied,
    steps,
    options,
  });
}

/** The context of each operation of each way back; what is new is what the release itself made. */
export function backContextsOf(
  applied: readonly AppliedOperation[],
  options: CheckOptions,
): readonly (readonly RuleContext[])[] {
  const base = applied[0]?.before ?? null;
  const back: AppliedOperation[] = [];
  const refused = new Set<string>();
  return (options.wayBack ?? []).map((way) => {
    // One that refuses is taken to be undone by hand before those ahead of it go back.
    const made = applied.filter(({ migration }) => !refused.has(migration.path));
    const { end } = followOrigins(NO_ORIGINS, [...made, ...back]);
    const { steps } = followOrigins(end, way.applied);
    back.push(...way.applied);
    if (way.refused.length > 0) refused.add(way.migration.path);
    return contextsFrom({ direction: 'down', base, applied: way.applied, steps, options });
  });
}

/** Operations in a row, with what is known around all of them. */
interface Run {
  readonly direction: RuleContext['direction'];
  /** Before the release; null when it holds no operation. */
  readonly base: WayBack['found'] | null;
  readonly applied: readonly AppliedOperation[];
  /** One an operation. */
  readonly steps: readonly Origins[];
  readonly options: CheckOptions;
}

function contextsFrom(run: Run): readonly RuleContext[] {
  const locks = locksOfEach(run.applied, run.options.server);
  const siblings = run.applied.map(({ operation }, step): Sibling => {
    const origins = run.steps[step] ?? NO_ORIGINS;
    const isNewTable = (table: string) => originalTable(origins, table) === null;
    return { operation, locks: locks[step] ?? [], isNewTable };
  });
  return run.applied.map((each, step) => contextOf(each, step, siblings, run));
}

function contextOf(
  { before, after, migration }: AppliedOperation,
  step: number,
  siblings: readonly Sibling[],
  { direction, base, applied, steps, options }: Run,
): RuleContext {
  const origins = steps[step] ?? NO_ORIGINS;
  const isNewTable = (table: string) => originalTable(origins, table) === null;
  const sizeOf = (table: string): TableSize => {
    const name = originalTable(origins, table);
    if (name === null) return EMPTY_TABLE;
    return tableSize(own(options.rows, name) ?? null, options.sizes);
  };
  const columnBefore = (table: string, column: string): string | null => {
    const name = originalTable(origins, table);
    const known = name !== null && findTable(base ?? before, name) !== null;
    return known ? originalColumn(origins, table, column) : null;
  };
  const sameMigration = (position: number) => applied[position]?.migration.path === migration.path;
  return {
    engine: options.engine,
    dialect: dialectFor(options.engine),
    server: options.server ?? defaultServerOf(options.engine),
    direction,
    survey: options.survey ?? null,
    project: options.project ?? NO_PROJECT_FACTS,
    readSql: options.readSql ?? (() => null),
    rails: options.rails ?? null,
    before,
    after,
    initial: applied[0]?.before ?? before,
    final: applied.at(-1)?.after ?? after,
    migration,
    step,
    locks: siblings[step]?.locks ?? [],
    earlier: siblings.filter((_, position) => position < step && sameMigration(position)),
    later: siblings.filter((_, position) => position > step && sameMigration(position)),
    isNewTable,
    isNewColumn: (table, column) => columnBefore(table, column) === null,
    isFilled: (table, column) =>
      siblings.slice(0, step).some(({ operation }) => fills(operation, table, column, options)),
    originalColumn: columnBefore,
    sizeOf,
    withSize: (table) => (isNewTable(table) ? table : `${table} (${describeSize(sizeOf(table))})`),
    severityBySize: (table) => SEVERITY_BY_SIZE[sizeOf(table).class],
  };
}

function fills(
  operation: Operation,
  table: string,
  column: string,
  { engine }: CheckOptions,
): boolean {
  if (operation.kind !== 'changeRows' || operation.table !== table) return false;
  return writtenColumns(operation, engine).includes(column);
}
