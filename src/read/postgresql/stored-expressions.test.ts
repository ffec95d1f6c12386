import { expect, test } from 'vitest';
import { emptyTable } from '../../model/empty-table.ts';
import type { Operation } from '../../model/operation.ts';
import { plainIndex } from '../../model/plain-index.ts';
import { emptySchema, type Schema } from '../../model/schema.ts';
import { withPostgresqlParser } from './parse.ts';
import { withStoredExpressions } from './stored-expressions.ts';
import { StoredQueries } from './stored-query.ts';

const PLAIN = {
  nullable: true,
  default: null,
  autoIncrement: null,
  generated: null,
  collation: null,
  comment: null,
  extraOptions: [],
} as const;

const SCHEMA: Schema = {
  ...emptySchema('postgresql'),
  tables: [
    {
      ...emptyTable('songs'),
      columns: [
        { ...PLAIN, name: 'title', type: 'character varying' },
        { ...PLAIN, name: 'rating', type: 'character(1)' },
        { ...PLAIN, name: 'body', type: 'text' },
        { ...PLAIN, name: 'words', type: 'character varying[]' },
        { ...PLAIN, name: 'Year', type: 'integer' },
      ],
    },
  ],
};

const PLACE = { path: 'a.sql', line: 1, column: 1, endLine: 1 };

function stored(expression: string, where: string | null = null): Promise<Operation> {
  const [part] = plainIndex('i', ['title']).parts;
  if (!part) throw new Error('an index has a part');
  const operation: Operation = {
    kind: 'addIndex',
    table: 'songs',
    index: { ...plainIndex('i', []), parts: [{ ...part, column: null, expression }], where },
    ifNotExists: false,
    concurrently: false,
    source: PLACE,
    condition: null,
    assured: false,
    impliedBy: null,
  };
  return withPostgresqlParser(() =>
    withStoredExpressions(operation, SCHEMA, (schema) => new StoredQueries(schema, 15)),
  );
}

// As pg_get_indexdef() of PostgreSQL 15 prints them.
test.each([
  ['lower(title)', 'lower((title)::text)'],
  ["to_tsvector('pg_catalog.english', body)", "to_tsvector('english'::regconfig, body)"],
  ['array_to_tsvector(words)', 'array_to_tsvector((words)::text[])'],
  ['(title || body)', '(((title)::text || body))'],
  ['COALESCE(title, body)', 'COALESCE(title, (body)::character varying)'],
  ['lower(normalize(body, NFKC))', 'lower(NORMALIZE(body, NFKC))'],
  ['lower(title) DESC NULLS LAST, rating', 'lower((title)::text) DESC NULLS LAST, rating'],
  ['lower(title) text_pattern_ops', 'lower((title)::text) text_pattern_ops'],
  ['lower(title) text_ops', 'lower((title)::text)'],
  ['("Year" + 1)', '(("Year" + 1))'],
  [
    "lower(case when rating='s' then title else body end)",
    "lower(\nCASE\n    WHEN (rating = 's'::bpchar) THEN (title)::text\n    ELSE body\nEND)",
  ],
])('the index on %s is on %s', async (written, printed) => {
  expect(await stored(written)).toMatchObject({ index: { parts: [{ expression: printed }] } });
});

test.each([
  ["rating != 's'", "(rating <> 's'::bpchar)"],
  ['body is not null', '(body IS NOT NULL)'],
  [
    "title IN ('a', 'b')",
    "((title)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))",
  ],
])('the predicate %s is kept as %s', async (written, printed) => {
  expect(await stored('lower(title)', written)).toMatchObject({ index: { where: printed } });
});

test('what calls a function that is not known stays as it was written', async () => {
  expect(await stored('shout(title)', 'title ~~~ 1')).toMatchObject({
    index: { parts: [{ expression: 'shout(title)' }], where: 'title ~~~ 1' },
  });
});
