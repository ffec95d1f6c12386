import { expect, test } from 'vitest';
import type { View } from '../../../model/schema.ts';
import { viewsByName } from './view-order.ts';

const view = (name: string, definition: string): View => ({
  name,
  materialized: false,
  definition,
  indexes: [],
  comment: null,
});

const order = (...views: readonly View[]): readonly string[] =>
  viewsByName(views, 'postgresql').map(({ name }) => name);

test('views that have nothing to do with each other stand by name', () => {
  const query = 'SELECT users.id\n   FROM users';
  expect(order(view('c', query), view('a', query), view('b', query))).toEqual(['a', 'b', 'c']);
});

test('a view stands after those that it reads, and these before all others', () => {
  expect(
    order(
      view('alone', 'SELECT 1 AS one'),
      view('base', 'SELECT users.id\n   FROM users'),
      view('early', 'SELECT zebra.id\n   FROM (zebra\n     JOIN base ON ((base.id = zebra.id)))'),
      view('zebra', 'SELECT base.id\n   FROM base'),
    ),
  ).toEqual(['base', 'zebra', 'early', 'alone']);
});

test('a column or an alias of that name is no view that is read', () => {
  expect(
    order(
      view('b', 'SELECT users.a,\n    users.id AS a\n   FROM users'),
      view('a', 'SELECT users.id\n   FROM users'),
      view('"odd"', 'SELECT 1'),
    ),
  ).toEqual(['"odd"', 'a', 'b']);
});
