import type { LockClaim } from '../model/lock.ts';
import type { ReportContext } from './context.ts';
import { durationWords, lockEffect, waitsLong } from './describe/lock.ts';

/** Who waits while the change runs. */
export interface Waits {
  /** A sentence or two a table, for waits that depend on the table's size. */
  readonly long: readonly string[];
  /** Tables that are locked for a moment only, in order of the steps. */
  readonly moment: readonly string[];
}

/** Of all steps: for each table its heaviest lock. */
export function waitsOf({ facts, proposal }: ReportContext): Waits {
  const blocking = facts.steps
    .flatMap((step) => step.locks)
    .filter((lock) => lock.blocksReads || lock.blocksWrites);
  const long = blocking.filter(waitsLong);
  const heaviest = tablesOf(long).map((table) => heaviestOf(long, table));
  const names = tablesOf(long);
  return {
    long: heaviest.flatMap((lock) =>
      lock === undefined
        ? []
        : [`${lockEffect(lock)} ${durationWords(lock.table, proposal.options.rows)}`],
    ),
    moment: tablesOf(blocking).filter((table) => !names.includes(table)),
  };
}

function tablesOf(locks: readonly LockClaim[]): readonly string[] {
  return [...new Set(locks.map((lock) => lock.table))];
}

function heaviestOf(locks: readonly LockClaim[], table: string): LockClaim | undefined {
  const own = locks.filter((lock) => lock.table === table);
  return own.find((lock) => lock.blocksReads) ?? own[0];
}
