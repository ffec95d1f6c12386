import { expect, test } from 'vitest';
import { objectName } from './default-names.ts';
import { freeName, nameAddition } from './free-names.ts';

// As PostgreSQL 15 names them.
test.each([
  ['t', 'c', 'key', 't_c_key'],
  ['t', null, 'pkey', 't_pkey'],
  [
    'a_table_with_a_name_that_is_quite_long_for_a_table_indeed',
    'a_column_with_a_name_that_is_long_too',
    'key',
    'a_table_with_a_name_that_is_q_a_column_with_a_name_that_is__key',
  ],
])('%s, %s and %s', (table, column, label, name) => {
  expect(objectName(table, column, label)).toBe(name);
});

test('a name is cut to 63 bytes, between characters', () => {
  expect(objectName('é'.repeat(30), null, 'pkey')).toBe(`${'é'.repeat(29)}_pkey`);
});

test('a number makes a name free', () => {
  const taken = new Set(['t_c_check', 't_c_check1']);
  expect(freeName('s.t', 'c', 'check', (name) => taken.has(name))).toBe('t_c_check2');
});

test('columns are joined until the name is long enough', () => {
  expect(nameAddition(['a', 'b'])).toBe('a_b');
  expect(nameAddition(['x'.repeat(63), 'y', 'z'])).toBe(`${'x'.repeat(63)}_y`);
});
