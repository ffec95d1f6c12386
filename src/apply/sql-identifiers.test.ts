import { describe, expect, test } from 'vitest';
import { tokenizeSql } from '../dialect/sql-tokens.ts';
import type { Engine } from '../model/engine.ts';
import {
  mentionsColumn,
  mentionsTable,
  renameColumnInSql,
  renameTypeInSql,
} from './sql-identifiers.ts';

const names = { from: 'status', to: 'state', table: 'orders' };

describe('a renamed column in SQL', () => {
  const cases: readonly (readonly [Engine, string, string])[] = [
    ['postgresql', "((status)::text = 'status'::text)", "((state)::text = 'status'::text)"],
    ['postgresql', '"status" > 0', 'state > 0'],
    ['postgresql', 'STATUS > 0 AND "STATUS" > 0', 'state > 0 AND "STATUS" > 0'],
    ['postgresql', 'status -- status\n /* status */ > 0', 'state -- status\n /* status */ > 0'],
    ['postgresql', 'orders.status = users.status', 'orders.state = users.status'],
    ['postgresql', 'status(1) = status.id', 'status(1) = status.id'],
    ['postgresql', "x::status = 'a'", "x::status = 'a'"],
    [
      'postgresql',
      "$$status$$ = status AND E'it\\'s status' <> ''",
      "$$status$$ = state AND E'it\\'s status' <> ''",
    ],
    [
      'postgresql',
      'new.status IS DISTINCT FROM old.status',
      'new.state IS DISTINCT FROM old.state',
    ],
    ['postgresql', 'sub_status = status_code', 'sub_status = status_code'],
    ['mysql', '`status` = "status"', '`state` = "status"'],
    ['mysql', "Status = 'it\\'s status' # status", "state = 'it\\'s status' # status"],
    ['sqlite', '[status] = "status" OR status', '[state] = "state" OR state'],
  ];

  test.each(cases)('%s: %s', (engine, before, after) => {
    expect(renameColumnInSql(before, names, engine)).toBe(after);
  });

  test('is quoted when the new name needs it', () => {
    const rename = (to: string, engine: Engine) =>
      renameColumnInSql('status > 0', { ...names, to }, engine);
    expect(rename('order', 'postgresql')).toBe('"order" > 0');
    expect(rename('State', 'postgresql')).toBe('"State" > 0');
    expect(rename('State', 'mysql')).toBe('State > 0');
    expect(rename('my state', 'mysql')).toBe('`my state` > 0');
  });
});

test('a date literal is no mention of a column named date', () => {
  expect(mentionsColumn("x > date '2020-01-01'", 'date', 't', 'postgresql')).toBe(false);
  expect(mentionsColumn('x > date', 'date', 't', 'postgresql')).toBe(true);
});

test('a query reads a table that follows FROM or JOIN, not one that is in a string', () => {
  expect(mentionsTable('SELECT 1 FROM ONLY public.users', 'users', 'postgresql')).toBe(true);
  expect(mentionsTable('SELECT 1 FROM billing.users', 'billing.users', 'postgresql')).toBe(true);
  expect(mentionsTable('SELECT 1 FROM billing.users', 'users', 'postgresql')).toBe(false);
  expect(
    mentionsTable("SELECT users FROM people WHERE x = 'FROM users'", 'users', 'postgresql'),
  ).toBe(false);
});

test('a renamed type follows in casts only', () => {
  expect(renameTypeInSql("'a'::kind = kind", 'kind', 'sort', 'postgresql')).toBe(
    "'a'::sort = kind",
  );
});

test.each(['postgresql', 'mysql', 'sqlite'] as const)(
  'tokens of %s give the text back, whatever it is',
  (engine) => {
    for (const sql of ["a'b", '"', '/* open', '$x$ open', '`', '[', 'é = 1.5e3 # –', "E'\\", '']) {
      const text = tokenizeSql(sql, engine)
        .map((token) => token.text)
        .join('');
      expect(text).toBe(sql);
    }
  },
);
