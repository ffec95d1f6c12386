import { expect, test } from 'vitest';
import { argumentList, argumentTypes } from './function-arguments.ts';

test.each([
  ['', []],
  ['integer, text', ['integer', 'text']],
  ['n int, m character varying(20)', ['integer', 'character varying(20)']],
  [
    'double precision, at timestamp with time zone',
    ['double precision', 'timestamp with time zone'],
  ],
  ["n numeric(10, 2) DEFAULT 1.5, label text = 'a, b'", ['numeric(10,2)', 'text']],
  ['IN a integer, OUT b text, INOUT c bigint, VARIADIC d text[]', ['integer', 'bigint', 'text[]']],
  ['"the name" billing.money', ['billing.money']],
])('the arguments (%s) have the types', (list, types) => {
  expect(argumentTypes(list)).toEqual(types);
});

test('the list ends at the parenthesis that closes it', () => {
  expect(argumentList("CREATE FUNCTION f(a numeric(1, 2), b text DEFAULT ')') RETURNS int")).toBe(
    "a numeric(1, 2), b text DEFAULT ')'",
  );
  expect(argumentList('CREATE FUNCTION f() RETURNS int')).toBe('');
});
