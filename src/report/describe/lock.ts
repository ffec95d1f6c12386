import type { LockClaim, PostgresqlLockLevel } from '../../model/lock.ts';
import { own } from '../../model/own.ts';
import type { ProposalOptions } from '../../model/proposal.ts';
import { grouped } from '../numbers.ts';
import { plural, sentenceCase } from '../words/index.ts';

/** As PostgreSQL's manual writes them. */
const POSTGRESQL_MODES: { readonly [M in PostgresqlLockLevel]: string } = {
  accessShare: 'ACCESS SHARE',
  rowShare: 'ROW SHARE',
  rowExclusive: 'ROW EXCLUSIVE',
  shareUpdateExclusive: 'SHARE UPDATE EXCLUSIVE',
  share: 'SHARE',
  shareRowExclusive: 'SHARE ROW EXCLUSIVE',
  exclusive: 'EXCLUSIVE',
  accessExclusive: 'ACCESS EXCLUSIVE',
};

/** The lock in the engine's own words. */
function lockName({ level }: LockClaim): string {
  if (level.engine === 'postgresql') return POSTGRESQL_MODES[level.mode];
  if (level.engine === 'sqlite') return 'the whole database';
  return `ALGORITHM=${level.algorithm.toUpperCase()}, LOCK=${level.lock.toUpperCase()}`;
}

const DURATIONS: { readonly [W in LockClaim['work']]: string } = {
  catalog: 'for a moment',
  scan: 'while all rows are read',
  rewrite: 'while all rows are written anew',
  indexBuild: 'while the index is built',
};

/** Who waits and until when: `Writes to users wait while the index is built.` */
export function lockEffect(lock: LockClaim): string {
  return `${whoWaits(lock)} ${DURATIONS[lock.work]}.`;
}

function whoWaits({ table, blocksReads, blocksWrites }: LockClaim): string {
  if (blocksReads && blocksWrites) return `Reads and writes of ${table} wait`;
  if (blocksReads) return `Reads of ${table} wait`;
  return blocksWrites ? `Writes to ${table} wait` : `Reads and writes of ${table} go on`;
}

/** A lock on one line: `users: SHARE. Writes to users wait while the index is built.` */
export function describeLock(lock: LockClaim): string {
  return `${lock.table}: ${lockName(lock)}. ${lockEffect(lock)}`;
}

/** True when somebody waits for longer than a change of the catalog takes. */
export function waitsLong({ blocksReads, blocksWrites, work }: LockClaim): boolean {
  return (blocksReads || blocksWrites) && work !== 'catalog';
}

/** `about 1,200,000`, or that it is not known. */
export function rowWords(table: string, rows: ProposalOptions['rows']): string {
  const known = own(rows, table);
  return known === undefined ? 'not known' : `about ${grouped(known)}`;
}

/** How many rows the table has: `users has about 1,200,000 rows`. */
function sizeWords(table: string, rows: ProposalOptions['rows']): string {
  const known = own(rows, table);
  return known === undefined
    ? `the size of ${table} is not known`
    : `${table} has about ${grouped(known)} ${plural(known, 'row')}`;
}

/** What can be said about how long a wait takes. */
export function durationWords(table: string, rows: ProposalOptions['rows']): string {
  return own(rows, table) === undefined
    ? `How long depends on the size of ${table}, which is not known.`
    : `How long depends on the size: ${sizeWords(table, rows)}. It was not measured.`;
}

/** Who waits at worst, of several locks: the word for the proposal's summary. */
function serviceImpact(locks: readonly LockClaim[]): string {
  const blocking = locks.filter((lock) => lock.blocksReads || lock.blocksWrites);
  if (blocking.some((lock) => lock.blocksReads && waitsLong(lock))) return IMPACTS.readsWait;
  if (blocking.some(waitsLong)) return IMPACTS.writesWait;
  return blocking.length > 0 ? IMPACTS.moment : IMPACTS.none;
}

const IMPACTS = {
  readsWait: 'outage of the tables named, while rows are read or written anew',
  writesWait: 'degraded: writes to the tables named wait',
  moment: 'brief lock: each change waits for running transactions, and others wait for it',
  none: 'none known: no lock that others wait for',
} as const;

/** The impact as it begins a sentence. */
export function serviceImpactSentence(locks: readonly LockClaim[]): string {
  return `${sentenceCase(serviceImpact(locks))}.`;
}
