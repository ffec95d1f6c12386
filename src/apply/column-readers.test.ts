import { expect, test } from 'vitest';
import type { Schema } from '../model/schema.ts';
import { column, operation, schema, table, view } from '../testing/build.ts';
import { readersOfColumn } from './column-readers.ts';
import { applyOperation } from './index.ts';

// As PostgreSQL 15 prints them, and depends on.
const VIEWS = {
  bare: 'SELECT u.id,\n    u.email\n   FROM u',
  single: 'SELECT id,\n    email\n   FROM u',
  joined: 'SELECT o.email,\n    x.name\n   FROM (o\n     JOIN u x ON ((x.id = o.uid)))',
  listed: 'SELECT x.age AS email\n   FROM o y,\n    u x',
  merged: 'SELECT k,\n    o.id\n   FROM (o\n     JOIN u USING (k))',
  nested: 'SELECT ( SELECT max(z.age) AS max\n           FROM u z) AS m\n   FROM o',
};

const before: Schema = {
  ...schema('postgresql', [
    table(
      'u',
      ['id', 'email', 'name', 'age', 'k'].map((name) => column(name, 'text')),
    ),
    table(
      'o',
      ['id', 'uid', 'email', 'k'].map((name) => column(name, 'text')),
    ),
  ]),
  views: Object.entries(VIEWS).map(([name, definition]) => view(name, definition)),
  complete: true,
};

test.each([
  ['u', 'email', ['bare', 'single']],
  ['u', 'name', ['joined']],
  ['u', 'age', ['listed', 'nested']],
  ['u', 'k', ['merged']],
  ['o', 'email', ['joined']],
  ['o', 'k', ['merged']],
  ['o', 'uid', ['joined']],
])('views read %s.%s where they name it of that table', (on, name, views) => {
  expect(readersOfColumn(before, { table: on, column: name }).views).toEqual(views);
});

test('a column that a view reads keeps its type, and is dropped with CASCADE only', () => {
  const drop = (cascade: boolean) =>
    applyOperation(
      before,
      operation({ kind: 'dropColumn', table: 'u', column: 'name', ifExists: false, cascade }),
    );
  expect(() => drop(false)).toThrow('view joined depends on it');
  expect(drop(true).views.map(({ name }) => name)).not.toContain('joined');
  const retype = operation({
    ...({ kind: 'setColumn', table: 'u', column: column('name', 'integer') } as const),
    ...{ using: null, position: null },
  });
  expect(() => applyOperation(before, retype)).toThrow('view joined uses it');
});
