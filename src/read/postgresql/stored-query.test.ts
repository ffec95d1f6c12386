import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Schema } from '../../model/schema.ts';
import { readSchemaRb } from '../ruby/index.ts';
import { loadPostgresqlParser } from './parse.ts';
import { StoredQueries } from './stored-query.ts';

const read = (name: string): string =>
  readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');

/** Each query with what `pg_get_viewdef` of the real servers gave for it, over `fixtures/schema.rb`. */
const CASES = read('queries.txt')
  .split('## query\n')
  .slice(1)
  .map((block) => {
    const [query = '', rest = ''] = block.split('\n## PostgreSQL 15\n');
    const [older = '', newer = older] = rest.trimEnd().split('\n## PostgreSQL 18\n');
    return { query, older, newer };
  });

let schema: Schema;

beforeAll(async () => {
  await loadPostgresqlParser();
  const options = { engine: 'postgresql', rails: { major: 7, minor: 1 } } as const;
  ({ schema } = await readSchemaRb(read('schema.rb'), 'db/schema.rb', options));
});

test('the cases are many and differ between the versions', () => {
  expect(CASES.length).toBeGreaterThan(200);
  expect(CASES.filter(({ older, newer }) => older !== newer).length).toBeGreaterThan(50);
});

describe('a query is printed as the server prints it', () => {
  test.each(CASES)('$query', ({ query, older, newer }) => {
    expect(new StoredQueries(schema, 15).stored(query)).toEqual({ value: older });
    expect(new StoredQueries(schema, 18).stored(query)).toEqual({ value: newer });
  });
});

test('a server before version 14 has no words between the arguments', () => {
  const sql =
    "SELECT EXTRACT(year FROM created_at) AS y, created_at AT TIME ZONE 'UTC' AS z FROM users";
  expect(new StoredQueries(schema, 13).stored(sql)).toEqual({
    value:
      "SELECT date_part('year'::text, users.created_at) AS y,\n    timezone('UTC'::text, users.created_at) AS z\n   FROM users",
  });
});

describe('what is not known for sure is not printed', () => {
  test.each([
    ['SELECT week_of(created_at) AS week FROM users', 'function week_of'],
    ['SELECT * FROM nowhere', 'relation nowhere'],
    ['SELECT nothing FROM users', 'there is no nothing'],
    ['SELECT id FROM users JOIN accounts ON true', 'id is ambiguous'],
    ['SELECT id, id FROM users', 'columns of one name'],
    ["SELECT created_at > 'yesterday' AS late FROM users", "timestamp 'yesterday'"],
    ['SELECT id FROM users FULL JOIN accounts USING (id)', 'USING (id)'],
    ['SELECT id FROM ONLY users', 'ONLY'],
    ['DELETE FROM users', 'it is no query'],
    ['SELECT 1; SELECT 2', 'it is not one query'],
  ])('%s', (sql, reason) => {
    expect(new StoredQueries(schema, 15).stored(sql)).toEqual({ reason });
  });

  test('where it reads columns of a type that is not known', () => {
    const tables = schema.tables.map((table) => ({
      ...table,
      name: `places_${table.name}`,
      columns: table.columns.map((column) => ({ ...column, type: 'geography' })),
    }));
    const queries = new StoredQueries({ ...schema, tables }, 15);
    expect(queries.stored('SELECT bio FROM places_users')).toEqual({
      value: 'SELECT places_users.bio\n   FROM places_users',
    });
    expect(queries.stored("SELECT bio = 'x' AS here FROM places_users")).toHaveProperty('reason');
  });
});

test('a view reads the columns of another view, with their types', () => {
  const view = {
    name: 'grown',
    materialized: false,
    definition: "SELECT users.name AS label, 'x'::text AS sort\n   FROM users",
    indexes: [],
    comment: null,
  };
  const queries = new StoredQueries({ ...schema, views: [view] }, 16);
  expect(queries.stored("SELECT * FROM grown WHERE label = 'a' AND sort = 'b'")).toEqual({
    value:
      "SELECT label,\n    sort\n   FROM grown\n  WHERE (((label)::text = 'a'::text) AND (sort = 'b'::text))",
  });
});
