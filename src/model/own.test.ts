import { expect, test } from 'vitest';
import { own } from './own.ts';

test('a table answers for its own names only', () => {
  const table = { users: 5 };
  expect(own(table, 'users')).toBe(5);
  for (const name of ['orders', 'constructor', 'toString', '__proto__', 'hasOwnProperty']) {
    expect(own(table, name)).toBeUndefined();
  }
});
