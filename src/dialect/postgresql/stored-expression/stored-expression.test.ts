import { describe, expect, test } from 'vitest';
import { column } from '../../../testing/build.ts';
import type { StoredExpressionContext } from '../../dialect.ts';
import { storedExpression } from './index.ts';

const columns = Object.entries({
  t: 'text',
  v: 'character varying(20)',
  w: 'character varying',
  i: 'integer',
  s: 'smallint',
  b: 'bigint',
  n: 'numeric(10,2)',
  f: 'double precision',
  d: 'date',
  ts: 'timestamp(6) without time zone',
  tz: 'timestamp with time zone',
  k: 'kind',
  m: 'billing.mode',
  x: 'boolean',
  u: 'uuid',
  j: 'jsonb',
  tags: 'text[]',
  order: 'integer',
}).map(([name, type]) => column(name, type));

/** As PostgreSQL 15.18 prints them: `pg_get_indexdef`, and `pg_get_constraintdef(oid, true)`. */
const PRINTED: readonly (readonly [sql: string, inIndex: string, inCheck: string])[] = [
  ['d is null', '(d IS NULL)', 'd IS NULL'],
  ['x', 'x', 'x'],
  ['NOT x', '(NOT x)', 'NOT x'],
  ['x = true', '(x = true)', 'x = true'],
  ['x IS NOT TRUE', '(x IS NOT TRUE)', 'x IS NOT TRUE'],
  ["v = 'a'", "((v)::text = 'a'::text)", "v::text = 'a'::text"],
  ["not v = 'a'", "(NOT ((v)::text = 'a'::text))", "NOT v::text = 'a'::text"],
  ["t != 'it''s'", "(t <> 'it''s'::text)", "t <> 'it''s'::text"],
  ["v <> ''", "((v)::text <> ''::text)", "v::text <> ''::text"],
  ["k = 'a'", "(k = 'a'::kind)", "k = 'a'::kind"],
  ["m = 'a'", "(m = 'a'::billing.mode)", "m = 'a'::billing.mode"],
  ["m='a'::billing.mode", "(m = 'a'::billing.mode)", "m = 'a'::billing.mode"],
  [
    "u = '00000000-0000-0000-0000-000000000000'",
    "(u = '00000000-0000-0000-0000-000000000000'::uuid)",
    "u = '00000000-0000-0000-0000-000000000000'::uuid",
  ],
  ['i > 0 and b >= 5', '((i > 0) AND (b >= 5))', 'i > 0 AND b >= 5'],
  ['i = -5', "(i = '-5'::integer)", "i = '-5'::integer"],
  ["b = '5'", "(b = '5'::bigint)", "b = '5'::bigint"],
  ['n > 0', '(n > (0)::numeric)', 'n > 0::numeric'],
  ['n > 0.5', '(n > 0.5)', 'n > 0.5'],
  ['f < 0.5', '(f < (0.5)::double precision)', 'f < 0.5::double precision'],
  ['i=1 or b=2 and x', '((i = 1) OR ((b = 2) AND x))', 'i = 1 OR b = 2 AND x'],
  ['(i=1 or b=2) and x', '(((i = 1) OR (b = 2)) AND x)', '(i = 1 OR b = 2) AND x'],
  ['(i > b and i < b) and x', '((i > b) AND (i < b) AND x)', 'i > b AND i < b AND x'],
  ['i > b or (i < b or x)', '((i > b) OR ((i < b) OR x))', 'i > b OR i < b OR x'],
  ['not (i = 1 and b = 2)', '(NOT ((i = 1) AND (b = 2)))', 'NOT (i = 1 AND b = 2)'],
  ['i in (1,2)', '(i = ANY (ARRAY[1, 2]))', 'i = ANY (ARRAY[1, 2])'],
  [
    'b in (1,2)',
    '(b = ANY (ARRAY[(1)::bigint, (2)::bigint]))',
    'b = ANY (ARRAY[1::bigint, 2::bigint])',
  ],
  [
    'n in (1,2)',
    '(n = ANY (ARRAY[(1)::numeric, (2)::numeric]))',
    'n = ANY (ARRAY[1::numeric, 2::numeric])',
  ],
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
  ['x and i in (1,2)', '(x AND (i = ANY (ARRAY[1, 2])))', 'x AND (i = ANY (ARRAY[1, 2]))'],
  ['v = t', '((v)::text = t)', 'v::text = t'],
  ["LOWER(v) = 'a'", "(lower((v)::text) = 'a'::text)", "lower(v::text) = 'a'::text"],
  ["trim(v) <> ''", "(TRIM(BOTH FROM v) <> ''::text)", "TRIM(BOTH FROM v) <> ''::text"],
  ['length(v) > 0', '(length((v)::text) > 0)', 'length(v::text) > 0'],
  ["d > '2020-01-01'", "(d > '2020-01-01'::date)", "d > '2020-01-01'::date"],
  [
    "ts > '2020-01-01'",
    "(ts > '2020-01-01 00:00:00'::timestamp without time zone)",
    "ts > '2020-01-01 00:00:00'::timestamp without time zone",
  ],
  ['"order" > 1', '("order" > 1)', '"order" > 1'],
  ['i + 1 > 2', '((i + 1) > 2)', '(i + 1) > 2'],
  ['(i + 1) * 2 > 5', '(((i + 1) * 2) > 5)', '((i + 1) * 2) > 5'],
  ['i - (b - 1) > 0', '((i - (b - 1)) > 0)', '(i - (b - 1)) > 0'],
  ['i + n > 1', '(((i)::numeric + n) > (1)::numeric)', '(i::numeric + n) > 1::numeric'],
  ["v like 'a%'", "((v)::text ~~ 'a%'::text)", "v::text ~~ 'a%'::text"],
  ["t not like 'a%'", "(t !~~ 'a%'::text)", "t !~~ 'a%'::text"],
  ["v ilike '%a'", "((v)::text ~~* '%a'::text)", "v::text ~~* '%a'::text"],
  ["v ~ '^\\d+$'", "((v)::text ~ '^\\d+$'::text)", "v::text ~ '^\\d+$'::text"],
  ['i between 1 and 5', '((i >= 1) AND (i <= 5))', 'i >= 1 AND i <= 5'],
  ['i not between 1 and 5', '((i < 1) OR (i > 5))', 'i < 1 OR i > 5'],
  ['i between 1 and 5 and x', '(((i >= 1) AND (i <= 5)) AND x)', 'i >= 1 AND i <= 5 AND x'],
  ['(i between 1 and 5) and x', '(((i >= 1) AND (i <= 5)) AND x)', 'i >= 1 AND i <= 5 AND x'],
  ['i is distinct from 1', '(i IS DISTINCT FROM 1)', 'i IS DISTINCT FROM 1'],
  [
    "v is not distinct from 'a'",
    "(NOT ((v)::text IS DISTINCT FROM 'a'::text))",
    "NOT v::text IS DISTINCT FROM 'a'::text",
  ],
  [
    "coalesce(v, '') = ''",
    "((COALESCE(v, ''::character varying))::text = ''::text)",
    "COALESCE(v, ''::character varying)::text = ''::text",
  ],
  ['coalesce(b, 0) > 0', '(COALESCE(b, (0)::bigint) > 0)', 'COALESCE(b, 0::bigint) > 0'],
  [
    "nullif(v, '') is not null",
    "(NULLIF((v)::text, ''::text) IS NOT NULL)",
    "NULLIF(v::text, ''::text) IS NOT NULL",
  ],
  [
    "v || ' ' || t = 'a b'",
    "((((v)::text || ' '::text) || t) = 'a b'::text)",
    "((v::text || ' '::text) || t) = 'a b'::text",
  ],
  ["j->>'a' = 'b'", "((j ->> 'a'::text) = 'b'::text)", "(j ->> 'a'::text) = 'b'::text"],
  ["(j->>'a')::int > 5", "(((j ->> 'a'::text))::integer > 5)", "((j ->> 'a'::text)::integer) > 5"],
  ["j ? 'a'", "(j ? 'a'::text)", "j ? 'a'::text"],
  ["tags = '{}'", "(tags = '{}'::text[])", "tags = '{}'::text[]"],
  ["'a' = any(tags)", "('a'::text = ANY (tags))", "'a'::text = ANY (tags)"],
  [
    "v = any(array['a','b'])",
    "((v)::text = ANY (ARRAY['a'::text, 'b'::text]))",
    "v::text = ANY (ARRAY['a'::text, 'b'::text])",
  ],
  ['i::bigint = b', '((i)::bigint = b)', 'i::bigint = b'],
  ['ts::date = d', '((ts)::date = d)', 'ts::date = d'],
  [
    "ts > d + interval '2 weeks'",
    "(ts > (d + '14 days'::interval))",
    "ts > (d + '14 days'::interval)",
  ],
  [
    'extract(year from ts) = 2020',
    '(EXTRACT(year FROM ts) = (2020)::numeric)',
    'EXTRACT(year FROM ts) = 2020::numeric',
  ],
  [
    "ts at time zone 'UTC' = tz",
    "((ts AT TIME ZONE 'UTC'::text) = tz)",
    "(ts AT TIME ZONE 'UTC'::text) = tz",
  ],
  [
    'case when x then 1 else 0 end = 1',
    '(\nCASE\n    WHEN x THEN 1\n    ELSE 0\nEND = 1)',
    '\nCASE\n    WHEN x THEN 1\n    ELSE 0\nEND = 1',
  ],
  ['num_nonnulls(i, b) = 1', '(num_nonnulls(i, b) = 1)', 'num_nonnulls(i, b) = 1'],
  ['(i is null) <> (b is null)', '((i IS NULL) <> (b IS NULL))', '(i IS NULL) <> (b IS NULL)'],
  [
    '(i is not null)::int + (b is not null)::int = 1',
    '((((i IS NOT NULL))::integer + ((b IS NOT NULL))::integer) = 1)',
    '((i IS NOT NULL)::integer + (b IS NOT NULL)::integer) = 1',
  ],
];

const given = (sql: string, place: StoredExpressionContext['place']): string =>
  storedExpression(sql, { place, columns, enums: ['kind', 'billing.mode'] });

describe('an expression on PostgreSQL', () => {
  test.each(PRINTED)('%s is kept as %s in an index, %s in a check', (sql, inIndex, inCheck) => {
    expect(given(sql, 'predicate')).toBe(inIndex);
    expect(given(sql, 'check')).toBe(inCheck);
  });

  test.each(PRINTED)('%s: what was printed is printed again the same', (_, inIndex, inCheck) => {
    expect(given(inIndex, 'predicate')).toBe(inIndex);
    expect(given(inCheck, 'check')).toBe(inCheck);
  });

  test.each([
    "tz > '2020-01-01 00:00:00'",
    "d > 'today'",
    'missing = 1',
    'my_function(v) = 1',
    'i = 1 -- why',
    'j @> \'{"a":1}\'',
    "t = E'a\\n'",
    'coalesce(v, t) = v',
    'i = ',
    'i + 1) > 2',
    '',
  ])('%s is not known for sure, and stays as it is written', (sql) => {
    expect(given(sql, 'predicate')).toBe(sql);
    expect(given(sql, 'check')).toBe(sql);
  });
});

test.each([
  ['LOWER(v)', 'lower((v)::text)'],
  ['lower(v), i DESC', 'lower((v)::text), i DESC'],
  ['lower(t) ASC nulls last, i DESC NULLS LAST', 'lower(t), i DESC NULLS LAST'],
  ['lower(v) varchar_pattern_ops', 'lower((v)::text) varchar_pattern_ops'],
  ['i + 1', '((i + 1))'],
  ["(j->>'a')", "((j ->> 'a'::text))"],
  ["COALESCE(v, '')", "COALESCE(v, ''::character varying)"],
  ['extract(year from d)', 'EXTRACT(year FROM d)'],
])('an index over %s is printed with %s', (sql, printed) => {
  expect(given(sql, 'indexParts')).toBe(printed);
  expect(given(printed, 'indexParts')).toBe(printed);
});

test.each([
  [
    "coalesce(v, '') || ' ' || t",
    "(((COALESCE(v, ''::character varying))::text || ' '::text) || t)",
  ],
  [
    "CASE WHEN v IN ('a', 'b') THEN 'x' ELSE 'y' END",
    "\nCASE\n    WHEN ((v)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])) THEN 'x'::text\n    ELSE 'y'::text\nEND",
  ],
  [
    "setweight(to_tsvector('english', coalesce(v, '')), 'A')",
    `setweight(to_tsvector('english'::regconfig, (COALESCE(v, ''::character varying))::text), 'A'::"char")`,
  ],
])('a column computed as %s', (sql, printed) => {
  expect(given(sql, 'generated')).toBe(printed);
  expect(given(printed, 'generated')).toBe(printed);
});

test.each([
  ['NOW()', 'now()'],
  ['current_timestamp', 'CURRENT_TIMESTAMP'],
  ["now() + interval '7 days'", "(now() + '7 days'::interval)"],
  ["timezone('utc', now())", "timezone('utc'::text, now())"],
  ["now() at time zone 'utc'", "(now() AT TIME ZONE 'utc'::text)"],
])('a default of %s', (sql, printed) => {
  expect(given(sql, 'default')).toBe(printed);
});

test.each([
  [
    '(ST_SetSRID(ST_MakePoint(x, y), 4326))::geography',
    '(st_setsrid(st_makepoint(x, y), 4326))::geography',
  ],
  [`COALESCE(Own_Thing('Keep(Me)'), "Quoted"(v))`, `COALESCE(own_thing('Keep(Me)'), "Quoted"(v))`],
])('functions that are not known have names in lower case: %s', (sql, printed) => {
  expect(given(sql, 'generated')).toBe(printed);
});
