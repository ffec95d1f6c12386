import { describe, expect, test } from 'vitest';
import { type KnownNames, qualifiedDefinition, qualifiedSql } from './qualified-names.ts';

const known: KnownNames = {
  relations: new Set(['users', 'orders', 'users_id_seq']),
  types: new Set(['state', 'citext']),
  functions: new Set(['label']),
  operatorClasses: new Set(['gin_trgm_ops']),
};

/** As pg_dump of PostgreSQL 15 prints them, whose session has no search path. */
const PRINTED: readonly (readonly [sql: string, printed: string])[] = [
  ['SELECT users.id FROM users', 'SELECT users.id FROM public.users'],
  [
    'SELECT 1 FROM (users u JOIN orders USING (id)), orders o',
    'SELECT 1 FROM (public.users u JOIN public.orders USING (id)), public.orders o',
  ],
  [
    "SELECT label(users.id), 'users'::text FROM users",
    "SELECT public.label(users.id), 'users'::text FROM public.users",
  ],
  ["'new'::state", "'new'::public.state"],
  ["ARRAY['a'::citext]::citext[]", "ARRAY['a'::public.citext]::public.citext[]"],
  ["nextval('users_id_seq'::regclass)", "nextval('public.users_id_seq'::regclass)"],
  [
    'WITH users AS (SELECT * FROM users) SELECT * FROM users',
    'WITH users AS (SELECT * FROM public.users) SELECT * FROM users',
  ],
  ['EXTRACT(year FROM orders)', 'EXTRACT(year FROM orders)'],
  ['a IS DISTINCT FROM users', 'a IS DISTINCT FROM users'],
  ['name OPERATOR(%) label', 'name OPERATOR(public.%) label'],
  ['name gin_trgm_ops, id DESC', 'name public.gin_trgm_ops, id DESC'],
  ["'FROM users'::text", "'FROM users'::text"],
];

describe('what stands in the default schema is qualified', () => {
  test.each(PRINTED)('%s', (sql, printed) => {
    expect(qualifiedSql(sql, known)).toBe(printed);
  });

  test.each(PRINTED)('%s: what is qualified already stays', (_, printed) => {
    expect(qualifiedSql(printed, known)).toBe(printed);
  });
});

test.each([
  [
    'CREATE TYPE pair AS (\n\tstate state,\n\tname text\n)',
    'CREATE TYPE public.pair AS (\n\tstate public.state,\n\tname text\n)',
  ],
  [
    'CREATE RULE r AS ON DELETE TO users DO INSTEAD NOTHING',
    'CREATE RULE r AS ON DELETE TO public.users DO INSTEAD NOTHING',
  ],
  [
    'CREATE CAST (state AS integer) WITH FUNCTION label(state)',
    'CREATE CAST (public.state AS integer) WITH FUNCTION public.label(public.state)',
  ],
  ['CREATE SERVER users FOREIGN DATA WRAPPER w', 'CREATE SERVER users FOREIGN DATA WRAPPER w'],
  ['GRANT SELECT ON TABLE users TO reader', 'GRANT SELECT ON TABLE public.users TO reader'],
])('a statement: %s', (sql, printed) => {
  expect(qualifiedDefinition(sql, known)).toBe(printed);
});
