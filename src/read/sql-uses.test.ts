import { beforeAll, describe, expect, test } from 'vitest';
import type { Vocabulary } from './code-uses.ts';
import { loadPostgresqlParser } from './postgresql/parse.ts';
import { sqlUses } from './sql-uses.ts';

const HAVING: { readonly [column: string]: readonly string[] } = {
  email: ['users'],
  status: ['orders', 'users'],
};
const vocabulary: Vocabulary = {
  columns: new Set(['email', 'status']),
  tables: new Set(['users']),
  others: new Set(['log_change']),
  tablesWith: (column) => HAVING[column] ?? [],
};

beforeAll(loadPostgresqlParser);

/** Each use as `text at its place: name of tables (certainty)`. */
function uses(
  text: string,
  engine: 'postgresql' | 'mysql',
  tables: readonly string[] | null = null,
) {
  return sqlUses({ text, tables }, vocabulary, engine).map(
    ({ name, tables: of, certainty, at }) =>
      `${text.slice(at).match(/^["`]?\w+/)?.[0]}: ${name} of ${of?.join(', ') ?? '?'} (${certainty})`,
  );
}

describe('a statement for PostgreSQL', () => {
  test('has its columns by their aliases', () => {
    expect(
      uses('SELECT o.status FROM orders o JOIN users u ON u.id = o.user_id', 'postgresql'),
    ).toEqual(['users: users of users (parsed)', 'o: status of orders (parsed)']);
  });

  test('gives a column that stands alone to the tables that have it', () => {
    expect(uses('SELECT email, status FROM orders, users', 'postgresql')).toEqual([
      'users: users of users (parsed)',
      'email: email of users (parsed)',
      'status: status of orders, users (textual)',
    ]);
    expect(uses('SELECT email FROM invoices', 'postgresql')).toEqual([
      'email: email of  (textual)',
    ]);
  });

  test('names what it writes, and the functions that it calls', () => {
    expect(uses('UPDATE users SET email = log_change(1)', 'postgresql')).toEqual([
      'users: users of users (parsed)',
      'log_change: log_change of log_change (parsed)',
      'email: email of users (parsed)',
    ]);
    expect(uses('INSERT INTO users (email) VALUES (1)', 'postgresql')).toContain(
      'email: email of users (parsed)',
    );
  });

  test('does not take the columns of a common table for those of a table', () => {
    const sql = 'WITH x AS (SELECT 1 AS email) SELECT x.email FROM x';
    expect(uses(sql, 'postgresql')).toEqual(['x: email of  (textual)']);
  });
});

describe('a piece of a query', () => {
  test.each([
    'email = ?',
    'lower(email) = :mail AND 1 = 1',
    'email DESC NULLS LAST',
    'COUNT(DISTINCT email) AS mails',
  ])('is read where it can stand: %s', (text) => {
    expect(uses(text, 'postgresql', ['users'])).toEqual(['email: email of users (parsed)']);
  });

  test('that joins names the table', () => {
    expect(uses('LEFT JOIN users u ON u.email = a', 'postgresql', ['orders'])).toEqual([
      'users: users of users (parsed)',
      'u: email of users (parsed)',
    ]);
  });

  test('of nobody leaves its columns open', () => {
    expect(uses('email = ?', 'postgresql')).toEqual(['email: email of ? (textual)']);
  });
});

describe('SQL that no parser reads', () => {
  test('is read by its words, with its aliases', () => {
    const sql = 'SELECT `u`.`email`, o.status FROM `users` AS u, orders o WHERE note = "email"';
    expect(uses(sql, 'mysql')).toEqual([
      '`users: users of users (textual)',
      '`email: email of users (textual)',
      'status: status of orders (textual)',
    ]);
  });

  test('is read so for PostgreSQL too, where it refuses it', () => {
    expect(uses('SELECT email FROM users WHERE (', 'postgresql')).toEqual([
      'users: users of users (textual)',
      'email: email of users (textual)',
    ]);
  });
});
