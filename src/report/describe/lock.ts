import type { LockClaim, PostgresqlLockLevel } from '../../model/lock.ts';
import { own } from '../../model/own.ts';
import type { ProposalOptions } from '../../model/proposal.ts';
import type { TableRows } from '../../model/table-rows.ts';
import { grouped } from '../numbers.ts';
import { plural } from '../words/index.ts';

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
function lockEffect(lock: LockClaim): string {
  const { table, level, work, blocksReads, blocksWrites } = lock;
  if (blocksReads || blocksWrites || work !== 'catalog') {
    return `${whoWaits(lock)} ${DURATIONS[work]}.`;
  }
  return level.engine === 'mysql'
    ? `Reads and writes of ${table} wait for a moment, while the statement waits for transactions that use it.`
    : `Reads and writes of ${table} go on.`;
}

/** `Writes to users wait`, without until when. */
export function whoWaits({ table, blocksReads, blocksWrites }: LockClaim): string {
  if (blocksReads && blocksWrites) return `Reads and writes of ${table} wait`;
  if (blocksReads) return `Reads of ${table} wait`;
  return blocksWrites ? `Writes to ${table} wait` : `Reads and writes of ${table} go on`;
}

/** What is done meanwhile, in other words where it is another table's: `all rows of orders are read`. */
export function workWords({ work, table }: LockClaim, waiting: string): string {
  return WORKS[work](table === waiting ? '' : ` of ${table}`);
}

const WORKS: { readonly [W in LockClaim['work']]: (of: string) => string } = {
  catalog: (of) => `the definition${of} changes`,
  scan: (of) => `all rows${of} are read`,
  rewrite: (of) => `all rows${of} are written anew`,
  indexBuild: (of) => (of === '' ? 'the index is built' : `an index${of} is built`),
};

/** The lock itself, without what it means: `users: SHARE.` */
export function lockTitle(lock: LockClaim): string {
  return `${lock.table}: ${lockName(lock)}.`;
}

/** A lock on one line: `users: SHARE. Writes to users wait while the index is built.` */
export function describeLock(lock: LockClaim): string {
  return `${lockTitle(lock)} ${lockEffect(lock)}`;
}

/**
 * True when others wait, if only for a moment. MySQL's DDL needs the exclusive metadata lock of its
 * table as it starts and ends, whatever LOCK says, and queues for it behind running transactions:
 * https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-performance.html
 */
export function blocks({ level, blocksReads, blocksWrites }: LockClaim): boolean {
  return blocksReads || blocksWrites || level.engine === 'mysql';
}

/** True when somebody waits for longer than a change of the catalog takes. */
export function waitsLong({ blocksReads, blocksWrites, work }: LockClaim): boolean {
  return (blocksReads || blocksWrites) && work !== 'catalog';
}

/** `about 1,200,000`, or that it is not known. */
export function rowWords(table: string, rows: ProposalOptions['rows']): string {
  return rowsWords(own(rows, table) ?? null);
}

/** `about 1,200,000 (statistics of 2026-11-20)`, or that it is not known. */
export function rowsWords(known: TableRows | null): string {
  return known === null ? 'not known' : `about ${grouped(known.rows)} (${dayWords(known)})`;
}

/** How many rows the table has: `users has about 1,200,000 rows`. */
function sizeWords(table: string, rows: ProposalOptions['rows']): string {
  const known = own(rows, table);
  return known === undefined
    ? `the size of ${table} is not known`
    : `${table} has about ${grouped(known.rows)} ${plural(known.rows, 'row')} (${dayWords(known)})`;
}

/** Where a figure comes from and of which day it is: `statistics of 2026-11-20`. */
function dayWords({ basis, asOf }: TableRows): string {
  return `${BASES[basis]}${asOf === null ? ', undated' : ` ${asOf}`}`;
}

const BASES: { readonly [B in TableRows['basis']]: string } = {
  stated: 'stated',
  estimated: 'statistics of',
  counted: 'counted on',
};

/** What can be said about how long a wait takes. */
export function durationWords(table: string, rows: ProposalOptions['rows']): string {
  return own(rows, table) === undefined
    ? `How long depends on the size of ${table}, which is not known.`
    : `How long was not measured; ${sizeWords(table, rows)}.`;
}
