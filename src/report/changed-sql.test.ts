import { expect, test } from 'vitest';
import { sqlDiff } from './changed-sql.ts';

test('lines of both stand once, others with the sign of their side', () => {
  expect(sqlDiff({ before: 'SELECT a\nFROM t\n', after: 'SELECT b\nFROM t' })).toBe(
    '-SELECT a\n+SELECT b\n FROM t',
  );
});

test('an object that is added or removed has one side only', () => {
  expect(sqlDiff({ before: null, after: 'CREATE A;' })).toBe('+CREATE A;');
  expect(sqlDiff({ before: 'CREATE A;', after: null })).toBe('-CREATE A;');
});
