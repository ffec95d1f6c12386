import { expect, test } from 'vitest';
import type { Column } from '../../model/schema.ts';
import { storedExpression } from './stored-expression.ts';

const column = (name: string): Column => ({
  name,
  type: 'int',
  nullable: true,
  default: null,
  autoIncrement: null,
  generated: null,
  collation: null,
  comment: null,
  extraOptions: [],
});

const context = { columns: [column('age'), column('Years')], enums: [] };

test.each([
  ['age>0', '`age` > 0'],
  ['AGE != years', '`age` <> `Years`'],
  ['`age` IS NOT NULL', '`age` is not null'],
  ['age is null', '`age` is null'],
  ['age in (1, 2,3)', '`age` in (1,2,3)'],
  ['age BETWEEN 1 AND 5', '`age` between 1 and 5'],
])('the check %s is given back as %s', (sql, stored) => {
  expect(storedExpression(sql, { ...context, place: 'check' })).toBe(stored);
});

test.each([
  "age > '0'",
  'age > -1',
  'length(age) > 1',
  'age > 0 and age < 9',
  'other > 0',
  'not age',
])('%s stays as it is, since the servers differ or the column is not known', (sql) => {
  expect(storedExpression(sql, { ...context, place: 'check' })).toBe(sql);
});

test('what is not a check stays as it is', () => {
  expect(storedExpression('age > 0', { ...context, place: 'generated' })).toBe('age > 0');
});
