import { expect, test } from 'vitest';
import { listItems } from './sql-lists.ts';
import { tokenizeSql } from './sql-tokens.ts';

test.each([
  ['a, b', ['a', ' b']],
  ["f(a, b), c[1, 2], 'x, y'", ['f(a, b)', ' c[1, 2]', " 'x, y'"]],
  ['', ['']],
])('the list %s has the parts %j', (sql, parts) => {
  const items = listItems(tokenizeSql(sql, 'postgresql'));
  expect(items.map((item) => item.map(({ text }) => text).join(''))).toEqual(parts);
});
