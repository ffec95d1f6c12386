import { expect, test } from 'vitest';
import type { Column } from '../../../model/schema.ts';
import { parseExpression } from './parse.ts';
import { printExpression } from './print.ts';

function column(name: string, type: string): Column {
  return {
    name,
    type,
    nullable: true,
    default: null,
    autoIncrement: null,
    generated: null,
    collation: null,
    comment: null,
    extraOptions: [],
  };
}

const COLUMNS = [
  column('name', 'character varying(255)'),
  column('body', 'text'),
  column('state', 'integer'),
  column('price', 'numeric(10,2)'),
  column('active', 'boolean'),
  column('kind', 'order_kind'),
  column('deleted_at', 'timestamp(6) without time zone'),
];

function printed(sql: string, pretty: boolean): string | null {
  const expression = parseExpression(sql, COLUMNS);
  return expression && printExpression(expression, pretty);
}

// Left: as written. Then as pg_get_expr prints it, and as pg_get_constraintdef(oid, true) does.
test.each([
  ['deleted_at is null', '(deleted_at IS NULL)', 'deleted_at IS NULL'],
  ['active', 'active', 'active'],
  ['NOT active', '(NOT active)', 'NOT active'],
  ['active = true', '(active = true)', 'active = true'],
  ["name = 'x'", "((name)::text = 'x'::text)", "name::text = 'x'::text"],
  ["body <> ''", "(body <> ''::text)", "body <> ''::text"],
  ["kind = 'sale'", "(kind = 'sale'::order_kind)", "kind = 'sale'::order_kind"],
  ['price > 0', '(price > (0)::numeric)', 'price > 0::numeric'],
  ['state IN (1, 2)', '(state = ANY (ARRAY[1, 2]))', 'state = ANY (ARRAY[1, 2])'],
  [
    "name IN ('a', 'b')",
    "((name)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))",
    "name::text = ANY (ARRAY['a'::character varying, 'b'::character varying]::text[])",
  ],
  [
    'deleted_at IS NULL AND state > 0 AND active',
    '((deleted_at IS NULL) AND (state > 0) AND active)',
    'deleted_at IS NULL AND state > 0 AND active',
  ],
  [
    '(state = 1 OR state = 2) AND active',
    '(((state = 1) OR (state = 2)) AND active)',
    '(state = 1 OR state = 2) AND active',
  ],
  ['state BETWEEN 1 AND 5', '((state >= 1) AND (state <= 5))', 'state >= 1 AND state <= 5'],
  ['LOWER(name)', 'lower((name)::text)', 'lower(name::text)'],
  [
    "COALESCE(name, '')",
    "COALESCE(name, ''::character varying)",
    "COALESCE(name, ''::character varying)",
  ],
  ['NOW()', 'now()', 'now()'],
])('%s', (sql, plain, pretty) => {
  expect(printed(sql, false)).toBe(plain);
  expect(printed(sql, true)).toBe(pretty);
});

test.each([
  "deleted_at > '2020-01-01'",
  'no_such_column = 1',
  'my_function(name)',
  'state +',
  "data->>'a' = 'b'",
])('%s is left as written', (sql) => {
  expect(printed(sql, false)).toBeNull();
});
