import { beforeAll, describe, expect, test } from 'vitest';
import type { SqlUses, StoredSqlForm } from '../../model/sql-uses.ts';
import { loadPostgresqlParser } from './parse.ts';
import { storedUsesReader } from './stored-uses.ts';

beforeAll(loadPostgresqlParser);

function uses(sql: string, form: StoredSqlForm = 'statement'): SqlUses {
  const read = storedUsesReader()(sql, form);
  if (!read) throw new Error(`not read: ${sql}`);
  return read;
}

describe('a query', () => {
  test('names relations and their columns, through aliases', () => {
    const sql =
      'SELECT u.email, count(*) FROM public.users u JOIN billing.invoices i ON i.user_id = u.id';
    expect(uses(sql, 'query')).toMatchObject({
      relations: ['users', 'billing.invoices'],
      columns: [
        { relation: 'users', name: 'email' },
        { relation: 'billing.invoices', name: 'user_id' },
        { relation: 'users', name: 'id' },
      ],
      whole: [],
      functions: ['count'],
    });
  });

  test('gives a column without a table to the only relation, and to none of several', () => {
    expect(uses('SELECT email FROM users', 'query').columns).toEqual([
      { relation: 'users', name: 'email' },
    ]);
    expect(uses('SELECT email FROM users, orders', 'query').columns).toEqual([
      { relation: null, name: 'email' },
    ]);
  });

  test('does not take a common table for one of the schema', () => {
    const sql = 'WITH recent AS (SELECT id FROM orders) SELECT recent.id FROM recent';
    expect(uses(sql, 'query').relations).toEqual(['orders']);
  });

  test('tells of which relation it takes every column', () => {
    expect(uses('SELECT o.*, u.id FROM orders o, users u', 'query').whole).toEqual(['orders']);
    expect(uses('SELECT * FROM orders', 'query').whole).toEqual(['orders']);
  });
});

describe('a function', () => {
  const BODY = `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  found_user users%ROWTYPE;
  mail public.users.email%TYPE;
BEGIN
  NEW.total := OLD.subtotal + 1;
  IF NEW.note IS NULL THEN
    UPDATE orders SET state = 'new'::order_state WHERE id = NEW.id;
  END IF;
  PERFORM refresh_totals(NEW.id);
  INSERT INTO audits (message) VALUES ('it says customers');
  RETURN NEW;
END $$`;

  test('in PL/pgSQL names what its statements and declarations name, and no word of a string', () => {
    expect(uses(BODY)).toMatchObject({
      relations: ['users', 'orders', 'audits'],
      functions: ['refresh_totals'],
      complete: true,
    });
    expect(uses(BODY).columns).toEqual(
      expect.arrayContaining([
        { relation: 'users', name: 'email' },
        { relation: 'orders', name: 'state' },
        { relation: 'orders', name: 'id' },
        { relation: 'audits', name: 'message' },
      ]),
    );
    expect(uses(BODY).types).toContain('order_state');
  });

  test('names the columns of the row that it is given', () => {
    expect([...uses(BODY).rowColumns].sort()).toEqual(['id', 'note', 'subtotal', 'total']);
  });

  test('that puts SQL together is not read to its end', () => {
    const sql = `CREATE FUNCTION f(t text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN EXECUTE 'DELETE FROM ' || t; PERFORM 1 FROM users; END $$`;
    expect(uses(sql)).toMatchObject({ relations: ['users'], complete: false });
  });

  test('in SQL is read as a string and as a body', () => {
    const text = "CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM users'";
    const body =
      'CREATE FUNCTION f() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM users; END';
    expect([uses(text).relations, uses(body).relations]).toEqual([['users'], ['users']]);
  });

  test('in another language is not read', () => {
    const sql = "CREATE FUNCTION f() RETURNS int LANGUAGE plpython3u AS 'return 1'";
    expect(storedUsesReader()(sql, 'statement')).toBeNull();
  });
});

test('a trigger names its function, its columns and those of its condition', () => {
  const sql =
    'CREATE TRIGGER t BEFORE UPDATE OF total ON orders FOR EACH ROW WHEN (OLD.note IS DISTINCT FROM NEW.note) EXECUTE FUNCTION audit.log()';
  expect(uses(sql)).toMatchObject({
    relations: ['orders'],
    functions: ['audit.log'],
    rowColumns: ['note', 'total'],
  });
});

test('a policy names the tables that its expressions look into', () => {
  const sql =
    'CREATE POLICY own ON orders USING (EXISTS (SELECT 1 FROM members m WHERE m.order_id = orders.id))';
  expect(uses(sql)).toMatchObject({
    relations: ['orders', 'members'],
    columns: [
      { relation: 'members', name: 'order_id' },
      { relation: 'orders', name: 'id' },
    ],
  });
});

test('expressions and exclusions name columns of their table', () => {
  expect(
    uses("lower(email), (data ->> 'email')", 'expressions').columns.map(({ name }) => name),
  ).toEqual(['email', 'data']);
  expect(uses('room WITH =, during WITH &&', 'exclusion')).toMatchObject({
    relations: [],
    columns: [{ name: 'room' }, { name: 'during' }],
  });
});

test('what PostgreSQL refuses is not read', () => {
  expect(storedUsesReader()('SELECT FROM WHERE', 'query')).toBeNull();
});
