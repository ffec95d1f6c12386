import { type Dialect, dialectFor } from '../dialect/index.ts';
import { locksOf } from '../dialect/locks.ts';
import type { Change } from '../model/change.ts';
import type { Engine, RailsVersion } from '../model/engine.ts';
import type { Severity } from '../model/hazard.ts';
import type { LockClaim } from '../model/lock.ts';
import type { AppliedOperation, Migration } from '../model/migration.ts';
import type { Operation } from '../model/operation.ts';
import { own } from '../model/own.ts';
import type { ProjectFacts } from '../model/project-facts.ts';
import { NO_PROJECT_FACTS } from '../model/project-facts.ts';
import { findColumn, findTable, type Schema } from '../model/schema.ts';
import { defaultServerOf, type Server } from '../model/server.ts';
import type { Survey } from '../model/survey.ts';
import type { RowsByTable } from '../model/table-rows.ts';
import {
  describeSize,
  EMPTY_TABLE,
  SEVERITY_BY_SIZE,
  type SizeLimits,
  type TableSize,
  tableSize,
} from './size.ts';

/** What is known around one operation. */
export interface RuleContext {
  readonly engine: Engine;
  readonly dialect: Dialect;
  /** The server that production runs; what decides a fact by version. */
  readonly server: Server;
  /** `down` while the author's own way back is judged. */
  readonly direction: 'up' | 'down';
  /** What the database said of itself; null when nobody asked it. */
  readonly survey: Survey | null;
  readonly project: ProjectFacts;
  /** Of the project; null when no input says. */
  readonly rails: RailsVersion | null;
  /** Right before the operation. */
  readonly before: Schema;
  /** Right after it. */
  readonly after: Schema;
  /** Before the whole release, and after it. */
  readonly initial: Schema;
  readonly final: Schema;
  readonly migration: Migration;
  /** Position of the operation in the release, from 0. */
  readonly step: number;
  readonly locks: readonly LockClaim[];
  /** The other operations of the same migration, before and after this one, in order. */
  readonly earlier: readonly Sibling[];
  readonly later: readonly Sibling[];
  /** True for a table that the release itself creates, up to this operation: nobody uses it yet. */
  readonly isNewTable: (table: string) => boolean;
  /** True for a column that the release itself added before this operation, and of a new table. */
  readonly isNewColumn: (table: string, column: string) => boolean;
  readonly sizeOf: (table: string) => TableSize;
  /** `users (1,200,000 rows)`; the name alone for a new table. */
  readonly withSize: (table: string) => string;
  /** `info` on a small table, `warning` on a medium one, `danger` on a large one or one of unknown size. */
  readonly severityBySize: (table: string) => Severity;
}

export interface Sibling {
  readonly operation: Operation;
  readonly locks: readonly LockClaim[];
  /** As `RuleContext.isNewTable`, at that operation. */
  readonly isNewTable: (table: string) => boolean;
}

export interface CheckOptions {
  readonly engine: Engine;
  /** Of the project; null when no input says. */
  readonly rails?: RailsVersion | null;
  readonly rows: RowsByTable;
  readonly sizes: SizeLimits;
  /** Left out, the one that is taken where no input tells the version. */
  readonly server?: Server;
  readonly survey?: Survey | null;
  readonly project?: ProjectFacts;
  /** The authors' own ways back, in the order in which they would run: the last migration first. */
  readonly wayBack?: readonly WayBack[];
  /** How the committed schema file differs from the predicted one; null when there is none to compare. */
  readonly drift?: readonly Change[] | null;
}

/** What `rails db:rollback`, or the `down` of a SQL tool, does to one migration. */
export interface WayBack {
  readonly migration: Migration;
  /** Empty when nothing runs, and when it refuses. */
  readonly applied: readonly AppliedOperation[];
}

/** The context of each operation, in the operations' order. */
export function contextsOf(
  applied: readonly AppliedOperation[],
  options: CheckOptions,
): readonly RuleContext[] {
  const names = originalNames(applied);
  const siblings = applied.map(({ operation, before, after }, step): Sibling => {
    const isNewTable = (table: string) => names[step]?.get(table) === null;
    return { operation, locks: locksOf(operation, before, after, options.server), isNewTable };
  });
  return applied.map((each, step) => contextOf(each, step, applied, siblings, names, options));
}

function contextOf(
  { before, after, migration }: AppliedOperation,
  step: number,
  applied: readonly AppliedOperation[],
  siblings: readonly Sibling[],
  names: readonly ReadonlyMap<string, string | null>[],
  options: CheckOptions,
): RuleContext {
  const original = (table: string): string | null => {
    const name = names[step]?.get(table);
    return name === undefined ? table : name;
  };
  const isNewTable = (table: string) => original(table) === null;
  const sizeOf = (table: string): TableSize => {
    const name = original(table);
    if (name === null) return EMPTY_TABLE;
    return tableSize(own(options.rows, name) ?? null, options.sizes);
  };
  const sameMigration = (position: number) => applied[position]?.migration.path === migration.path;
  const base = applied[0]?.before ?? before;
  return {
    engine: options.engine,
    dialect: dialectFor(options.engine),
    server: options.server ?? defaultServerOf(options.engine),
    direction: 'up',
    survey: options.survey ?? null,
    project: options.project ?? NO_PROJECT_FACTS,
    rails: options.rails ?? null,
    before,
    after,
    initial: base,
    final: applied.at(-1)?.after ?? after,
    migration,
    step,
    locks: siblings[step]?.locks ?? [],
    earlier: siblings.filter((_, position) => position < step && sameMigration(position)),
    later: siblings.filter((_, position) => position > step && sameMigration(position)),
    isNewTable,
    isNewColumn(table, column) {
      const first = findTable(base, original(table) ?? '');
      return first === null || addedEarlier(applied.slice(0, step), table, column);
    },
    sizeOf,
    withSize: (table) => (isNewTable(table) ? table : `${table} (${describeSize(sizeOf(table))})`),
    severityBySize: (table) => SEVERITY_BY_SIZE[sizeOf(table).class],
  };
}

function addedEarlier(
  steps: readonly AppliedOperation[],
  tableName: string,
  column: string,
): boolean {
  return steps.some(({ operation, before }) => {
    if (operation.kind !== 'addColumn' || operation.table !== tableName) return false;
    const table = findTable(before, tableName);
    return operation.column.name === column && (!table || findColumn(table, column) === null);
  });
}

/**
 * For each step, the tables whose name or being has changed: the name that a table had before the
 * release, null for one that the release creates, in this step or before.
 */
function originalNames(
  applied: readonly AppliedOperation[],
): readonly ReadonlyMap<string, string | null>[] {
  const names = new Map<string, string | null>();
  return applied.map(({ operation, before }) => {
    if (operation.kind === 'createTable' && !findTable(before, operation.table.name)) {
      names.set(operation.table.name, null);
    }
    const current = new Map(names);
    if (operation.kind === 'renameTable') {
      const from = names.get(operation.from);
      names.set(operation.to, from === undefined ? operation.from : from);
      names.delete(operation.from);
    }
    return current;
  });
}
