import { describe, expect, test } from 'vitest';
import type { LockClaim } from '../../model/lock.ts';
import { rowsOf } from '../../testing/build.ts';
import { lock } from '../../testing/sample/findings.ts';
import { describeLock, durationWords, rowWords, waitsLong } from './lock.ts';

const copy: LockClaim = {
  table: 'users',
  level: { engine: 'mysql', algorithm: 'copy', lock: 'shared' },
  blocksReads: false,
  blocksWrites: true,
  blocksSchemaChanges: true,
  work: 'rewrite',
  basis: 'https://dev.mysql.com/doc/refman/8.4/en/innodb-online-ddl-operations.html',
};

describe('a lock in words', () => {
  test.each([
    [
      lock('users', 'share', 'indexBuild'),
      'users: SHARE. Writes to users wait while the index is built.',
    ],
    [
      lock('users', 'accessExclusive'),
      'users: ACCESS EXCLUSIVE. Reads and writes of users wait for a moment.',
    ],
    [
      { ...lock('users', 'shareUpdateExclusive', 'scan'), blocksWrites: false },
      'users: SHARE UPDATE EXCLUSIVE. Reads and writes of users go on while all rows are read.',
    ],
    [
      copy,
      'users: ALGORITHM=COPY, LOCK=SHARED. Writes to users wait while all rows are written anew.',
    ],
    [
      { ...copy, level: { engine: 'sqlite', mode: 'database' } } satisfies LockClaim,
      'users: the whole database. Writes to users wait while all rows are written anew.',
    ],
  ])('says who waits and until when', (claim, words) => {
    expect(describeLock(claim)).toBe(words);
  });

  test('waits long only when somebody waits for work on all rows', () => {
    expect(waitsLong(copy)).toBe(true);
    expect(waitsLong({ ...copy, work: 'catalog' })).toBe(false);
    expect(waitsLong({ ...copy, blocksWrites: false })).toBe(false);
  });
});

test('a size is said only when it is known', () => {
  expect(rowWords('users', rowsOf({ users: 1_200_000 }))).toBe('about 1,200,000 (stated, undated)');
  expect(rowWords('users', {})).toBe('not known');
  expect(durationWords('users', rowsOf({ users: 1 }))).toContain(
    'users has about 1 row (stated, undated).',
  );
  expect(durationWords('users', {})).toContain('which is not known');
});
