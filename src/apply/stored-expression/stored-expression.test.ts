import { describe, expect, test } from 'vitest';
import { check, column, index, schema, table } from '../../testing/build.ts';
import { storedCheck, storedIndex } from './index.ts';

const things = table(
  'things',
  [
    ['t', 'text'],
    ['v', 'character varying(20)'],
    ['i', 'integer'],
    ['b', 'bigint'],
    ['n', 'numeric(10,2)'],
    ['f', 'double precision'],
    ['d', 'date'],
    ['tz', 'timestamp with time zone'],
    ['k', 'kind'],
    ['x', 'boolean'],
    ['order', 'integer'],
  ].map(([name = '', type = '']) => column(name, type)),
);
const postgresql = schema('postgresql', [things], {
  enums: [{ name: 'kind', values: ['a', 'b'] }],
});

const predicate = (where: string, before = postgresql) =>
  storedIndex(before, things, index('i', ['i'], { where })).where;
const expression = (sql: string) => storedCheck(postgresql, things, check('c', sql)).expression;

/** As PostgreSQL 15.18 prints them: `pg_get_indexdef`, and `pg_get_constraintdef(oid, true)`. */
const PRINTED: readonly (readonly [string, string, string])[] = [
  ['d is null', '(d IS NULL)', 'd IS NULL'],
  ['x', 'x', 'x'],
  ['NOT x', '(NOT x)', 'NOT x'],
  ["v = 'a'", "((v)::text = 'a'::text)", "v::text = 'a'::text"],
  ["not v = 'a'", "(NOT ((v)::text = 'a'::text))", "NOT v::text = 'a'::text"],
  ["t != 'it''s'", "(t <> 'it''s'::text)", "t <> 'it''s'::text"],
  ["k = 'a'", "(k = 'a'::kind)", "k = 'a'::kind"],
  ['i > 0 and b >= 5', '((i > 0) AND (b >= 5))', 'i > 0 AND b >= 5'],
  ['n > 0', '(n > (0)::numeric)', 'n > 0::numeric'],
  ['n > 0.5', '(n > 0.5)', 'n > 0.5'],
  ['f < 0.5', '(f < (0.5)::double precision)', 'f < 0.5::double precision'],
  ['i=1 or b=2 and x', '((i = 1) OR ((b = 2) AND x))', 'i = 1 OR b = 2 AND x'],
  ['(i=1 or b=2) and x', '(((i = 1) OR (b = 2)) AND x)', '(i = 1 OR b = 2) AND x'],
  ['not (i = 1 and b = 2)', '(NOT ((i = 1) AND (b = 2)))', 'NOT (i = 1 AND b = 2)'],
  ['i > b or (i < b or x)', '((i > b) OR ((i < b) OR x))', 'i > b OR i < b OR x'],
  ['i in (1,2)', '(i = ANY (ARRAY[1, 2]))', 'i = ANY (ARRAY[1, 2])'],
  [
    "k not in ('a','b')",
    "(k <> ALL (ARRAY['a'::kind, 'b'::kind]))",
    "k <> ALL (ARRAY['a'::kind, 'b'::kind])",
  ],
  [
    "v in ('a', 'b')",
    "((v)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))",
    "v::text = ANY (ARRAY['a'::character varying, 'b'::character varying]::text[])",
  ],
  ["v in ('a')", "((v)::text = 'a'::text)", "v::text = 'a'::text"],
  ['v = t', '((v)::text = t)', 'v::text = t'],
  ["LOWER(v) = 'a'", "(lower((v)::text) = 'a'::text)", "lower(v::text) = 'a'::text"],
  ["d > '2020-01-01'", "(d > '2020-01-01'::date)", "d > '2020-01-01'::date"],
  ['"order" > 1', '("order" > 1)', '"order" > 1'],
];

describe('a predicate on PostgreSQL', () => {
  test.each(PRINTED)('%s is kept as %s in an index, %s in a check', (sql, inIndex, inCheck) => {
    expect(predicate(sql)).toBe(inIndex);
    expect(expression(sql)).toBe(inCheck);
  });

  test.each(PRINTED)('%s: what was printed is printed again the same', (_, inIndex, inCheck) => {
    expect(predicate(inIndex)).toBe(inIndex);
    expect(expression(inCheck)).toBe(inCheck);
  });

  test.each([
    "tz > '2020-01-01 00:00:00'",
    "i = '5'",
    "d > 'today'",
    'b in (1, 2)',
    'missing = 1',
    'i + 1 > 2',
    "t ~ '^a'",
    '(i = 1) is null',
    'i = 1 -- why',
    'i = ',
    '',
  ])('%s is not known here, and stays as it is written', (sql) => {
    expect(predicate(sql)).toBe(sql);
    expect(expression(sql)).toBe(sql);
  });
});

test('a function over a column is kept with the cast of the column', () => {
  const of = (sql: string) => {
    const [part] = index('i', ['t']).parts;
    if (!part) throw new Error('the index has a part');
    const parts = [{ ...part, column: null, expression: sql }];
    return storedIndex(postgresql, things, index('i', [], { parts })).parts[0]?.expression;
  };
  expect(of('LOWER(v)')).toBe('lower((v)::text)');
  expect(of('lower((v)::text)')).toBe('lower((v)::text)');
  expect(of('lower(v), i')).toBe('lower(v), i');
});

test.each(['mysql', 'sqlite'] as const)('%s keeps the text, and prefix lengths', (engine) => {
  expect(predicate('d is null', { ...postgresql, engine })).toBe('d is null');
  const [part] = index('i', ['t']).parts;
  if (!part) throw new Error('the index has a part');
  const prefixed = index('i', [], { parts: [{ ...part, length: 10 }] });
  expect(storedIndex({ ...postgresql, engine }, things, prefixed).parts[0]?.length).toBe(10);
  expect(storedIndex(postgresql, things, prefixed).parts[0]?.length).toBeNull();
});
