import type { LockClaim } from '../model/lock.ts';
import type { ReportContext, StepFact } from './context.ts';
import {
  blocks,
  describeLock,
  durationWords,
  lockTitle,
  waitsLong,
  whoWaits,
  workWords,
} from './describe/lock.ts';
import { count, listing, sentenceCase } from './words/index.ts';

/** A table on which others wait for a time that depends on the size of a table. */
interface LongWait {
  readonly table: string;
  readonly blocksReads: boolean;
  /** Who waits and until when, a sentence. */
  readonly effect: string;
  /** The table whose size decides how long. */
  readonly through: string;
  /** The step that took the lock, where a later step of its transaction does the work; else null. */
  readonly keptFrom: string | null;
}

/** Who waits while the change runs. */
export interface Waits {
  /** The heaviest wait of each table. */
  readonly long: readonly LongWait[];
  /** Tables that are locked for a moment only, in order of the steps. */
  readonly moment: readonly string[];
  /** Ids of the steps of which nobody knows what they lock. */
  readonly unknown: readonly string[];
}

/** Of all steps: for each table its heaviest lock. A table that this release creates is empty. */
export function waitsOf(context: ReportContext): Waits {
  const { steps } = context.facts;
  const created = createdTables(context);
  const long = [
    ...steps.flatMap(ownWaits),
    ...steps.flatMap((step) => keptWaitsOf(context, step)),
  ].filter(({ table }) => !created.includes(table));
  const blocking = steps
    .filter(({ operation }) => operation !== 'changeRows')
    .flatMap((step) => step.locks.filter(blocks));
  const names = [...new Set(long.map(({ table }) => table))];
  return {
    long: names.flatMap((name) => {
      const own = long.filter(({ table }) => table === name);
      return own.find(({ blocksReads }) => blocksReads) ?? own[0] ?? [];
    }),
    moment: [...new Set(blocking.map(({ table }) => table))].filter(
      (table) => !names.includes(table) && !created.includes(table),
    ),
    unknown: steps.filter(lockUnknown).map(({ id }) => id),
  };
}

/** Tables that this release creates: they are empty, and nobody uses them yet. */
export function createdTables({ facts }: ReportContext): readonly string[] {
  return facts.steps.flatMap(({ operation, table }) =>
    operation === 'createTable' && table !== null ? [table] : [],
  );
}

/** True when nothing can be said about what the step locks: what it does was not understood. */
export function lockUnknown({ operation, table, locks }: StepFact): boolean {
  return operation === 'opaque' || (operation === 'changeRows' && table === null && !locks.length);
}

/** A sentence or two a table: who waits, and what is known of how long. */
export function waitSentences({ proposal }: ReportContext, { long }: Waits): readonly string[] {
  return long.map(({ effect, through }) => {
    return `${effect} ${durationWords(through, proposal.options.rows)}`;
  });
}

/** What users of the service notice, a sentence or two. */
export function serviceImpact({ long, moment, unknown }: Waits): string {
  const closed = long.filter(({ blocksReads }) => blocksReads).map(({ table }) => table);
  const known = serviceImpactKnown(closed, long, moment);
  return unknown.length === 0 ? known : `${known} ${unknownLocks(unknown)}`;
}

/** That the locks of those steps are not known, a sentence. */
export function unknownLocks(steps: readonly string[]): string {
  return `What ${listing(steps)} ${steps.length === 1 ? 'locks' : 'lock'} is not known.`;
}

function serviceImpactKnown(
  closed: readonly string[],
  long: Waits['long'],
  moment: Waits['moment'],
): string {
  if (closed.length > 0) {
    return `Outage for what uses ${namesOrNumber(closed)}: reads and writes wait while rows are gone through.`;
  }
  if (long.length > 0) {
    return `Degraded: writes to ${namesOrNumber(long.map(({ table }) => table))} wait while rows are gone through.`;
  }
  return moment.length > 0
    ? 'Brief locks: each waits for transactions that are running, and others wait for it.'
    : 'None known: no lock that others wait for.';
}

/** Tables by name, or their number when a sentence cannot hold them. */
export function namesOrNumber(tables: readonly string[]): string {
  return tables.length > 8 ? count(tables.length, 'table') : listing(tables);
}

/** Who waits on the locks of the step itself for as long as its work takes. */
function ownWaits(step: StepFact): readonly LongWait[] {
  return step.locks.flatMap((lock) => {
    const work = workOf(step, lock);
    return waitsLong({ ...lock, work: work.work }) ? [ownWait(lock, work)] : [];
  });
}

function ownWait(lock: LockClaim, work: LockClaim): LongWait {
  return {
    table: lock.table,
    blocksReads: lock.blocksReads,
    effect: `${whoWaits(lock)} while ${workWords(work, lock.table)}.`,
    through: work.table,
    keptFrom: null,
  };
}

/** The lock whose work decides how long: a parent is locked while the rows of its child are gone through. */
function workOf({ table, locks }: StepFact, lock: LockClaim): LockClaim {
  if (lock.work === 'catalog') return lock;
  return locks.find((one) => one.table === table && one.work !== 'catalog') ?? lock;
}

/** A lock of the step on one line, with what it means there: `users: SHARE. Writes to users wait…` */
export function lockWords(context: ReportContext, step: StepFact, lock: LockClaim): string {
  const kept = keptWaitsOf(context, step).find(({ table }) => table === lock.table);
  if (kept !== undefined) return `${lockTitle(lock)} ${kept.effect}`;
  const work = workOf(step, lock);
  return work === lock
    ? describeLock(lock)
    : `${lockTitle(lock)} ${whoWaits(lock)} while ${workWords(work, lock.table)}.`;
}

/**
 * Waits on locks that the step took and that last for the work of a later step: PostgreSQL keeps a
 * lock until its transaction ends. MySQL commits each DDL statement.
 */
function keptWaitsOf(context: ReportContext, step: StepFact): readonly LongWait[] {
  const { facts } = context;
  const migration = facts.migrations.find(({ id }) => id === step.migration);
  if (!migration?.transactional) return [];
  const after = facts.steps.slice(facts.steps.indexOf(step) + 1);
  const later = after.filter((other) => other.migration === step.migration);
  const created = createdTables(context);
  return step.locks
    .filter(({ table }) => !created.includes(table))
    .flatMap((lock) => keptWait(step, lock, later, created));
}

function keptWait(
  step: StepFact,
  lock: LockClaim,
  later: readonly StepFact[],
  created: readonly string[],
): readonly LongWait[] {
  if (lock.level.engine !== 'postgresql' || lock.work !== 'catalog' || !blocks(lock)) return [];
  for (const other of later) {
    const work = other.locks.find((one) => one.work !== 'catalog' && !created.includes(one.table));
    if (work === undefined) continue;
    const doing =
      other.operation === 'changeRows'
        ? `rows of ${work.table} are changed`
        : workWords(work, lock.table);
    return [
      {
        table: lock.table,
        blocksReads: lock.blocksReads,
        effect: sentenceCase(
          `${whoWaits(lock)} while ${doing} by ${other.id}, because the transaction keeps the lock of ${step.id}.`,
        ),
        through: work.table,
        keptFrom: step.id,
      },
    ];
  }
  return [];
}
