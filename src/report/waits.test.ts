import { describe, expect, test } from 'vitest';
import type { LockClaim } from '../model/lock.ts';
import type { Migration } from '../model/migration.ts';
import { sampleProposal } from '../testing/proposal.ts';
import { lock } from '../testing/sample/findings.ts';
import { buildContext } from './context.ts';
import { lockWordsOf } from './effects.ts';
import { serviceImpact, waitSentences, waitsOf } from './waits.ts';

const sample = sampleProposal();

/** The steps of the sample's rework of orders, with other locks. */
function reworked(locks: readonly (readonly LockClaim[])[], over: Partial<Migration> = {}) {
  const own = sample.steps.filter(({ migration }) => migration === sample.steps[3]?.migration);
  const [first] = own;
  if (first === undefined) throw new Error('the sample has no such migration');
  const migration = { ...first.migration, ...over };
  const steps = own.slice(0, locks.length).map((step, position) => ({
    ...step,
    migration,
    locks: locks[position] ?? [],
  }));
  return buildContext(
    { ...sample, migrations: [migration], steps, hazards: [], verifications: [], changes: [] },
    '',
  );
}

const moment = lock('orders', 'accessExclusive');
const rewrite = lock('users', 'accessExclusive', 'rewrite');
const scan = { ...lock('users', 'shareUpdateExclusive', 'scan'), blocksWrites: false };

describe('who waits', () => {
  test('is told for a moment where no work is done under the lock', () => {
    const waits = waitsOf(reworked([[scan], [moment]]));
    expect(waits).toEqual({ long: [], moment: ['orders'], unknown: [] });
    expect(serviceImpact(waits)).toMatch(/^Brief locks/);
  });

  test('goes on for as long as later work of the transaction that keeps the lock', () => {
    const context = reworked([[moment], [rewrite]]);
    const waits = waitsOf(context);
    expect(waits.moment).toEqual([]);
    expect(waitSentences(context, waits)).toContain(
      'Reads and writes of orders wait while all rows of users are written anew by S2, because the transaction keeps the lock of S1. How long was not measured; users has about 1,200,000 rows (statistics of 2025-12-30).',
    );
    expect(lockWordsOf(context, context.facts.steps.slice(0, 1))).toEqual([
      'orders: ACCESS EXCLUSIVE. Reads and writes of orders wait while all rows of users are written anew by S2, because the transaction keeps the lock of S1.',
    ]);
    expect(serviceImpact(waits)).toMatch(/^Outage for what uses users and orders:/);
  });

  test('goes on even while the later work stops nobody by itself', () => {
    expect(waitsOf(reworked([[moment], [scan]])).long).toMatchObject([
      { table: 'orders', through: 'users', keptFrom: 'S1' },
    ]);
  });

  test('ends with each statement outside a transaction', () => {
    const waits = waitsOf(reworked([[moment], [scan]], { transactional: false }));
    expect(waits).toMatchObject({ long: [], moment: ['orders'] });
  });

  test('is the writer alone where readers go on', () => {
    const waits = waitsOf(reworked([[lock('users', 'share', 'indexBuild')]]));
    expect(serviceImpact(waits)).toMatch(/^Degraded: writes to users wait/);
  });

  test('is as long for the parent of a foreign key as the rows of the child take', () => {
    const child = lock('orders', 'shareRowExclusive', 'scan');
    const parent = lock('users', 'shareRowExclusive', 'scan');
    const context = reworked([[child, parent]]);
    const long = waitsOf(context).long;
    expect(long.map(({ table, through }) => [table, through])).toEqual([
      ['orders', 'orders'],
      ['users', 'orders'],
    ]);
    expect(lockWordsOf(context, context.facts.steps)).toContain(
      'users: SHARE ROW EXCLUSIVE. Writes to users wait while all rows of orders are read.',
    );
  });

  test('is told of the metadata lock of MySQL, whatever LOCK says', () => {
    const online: LockClaim = {
      ...moment,
      level: { engine: 'mysql', algorithm: 'instant', lock: 'none' },
      blocksReads: false,
      blocksWrites: false,
    };
    const context = reworked([[online]]);
    expect(waitsOf(context).moment).toEqual(['orders']);
    expect(lockWordsOf(context, context.facts.steps)).toEqual([
      'orders: ALGORITHM=INSTANT, LOCK=NONE. Reads and writes of orders wait for a moment, while the statement waits for transactions that use it.',
    ]);
  });

  test('is not said of what was not understood', () => {
    const context = buildContext(sample, '');
    const { unknown } = waitsOf(context);
    expect(unknown).toEqual(['S11']);
    const words = lockWordsOf(context, context.facts.steps.slice(-1));
    expect(words).toEqual(['What S11 locks is not known.']);
    expect(serviceImpact(waitsOf(context))).toContain('What S11 locks is not known.');
  });

  test('is nobody on a table that this release creates', () => {
    const context = buildContext(sample, '');
    const waits = waitsOf(context);
    const locks = [lock('shipments', 'share', 'indexBuild')];
    const building = context.facts.steps.slice(2, 3).map((step) => ({ ...step, locks }));
    expect(lockWordsOf(context, building)).toEqual(['No lock on a table in use.']);
    expect(waits.long.map(({ table }) => table)).not.toContain('shipments');
    expect(waits.moment).not.toContain('shipments');
  });
});
