import { describe, expect, test } from 'vitest';
import type { Engine } from '../model/engine.ts';
import { comparable, identifiersIn } from './sql-names.ts';

const names = (sql: string, engine: Engine = 'postgresql') => [...identifiersIn(sql, engine)];

describe('the names in SQL', () => {
  test('are whole words, keywords among them', () => {
    expect(names('SELECT users.email FROM users_old')).toEqual([
      'select',
      'users',
      'email',
      'from',
      'users_old',
    ]);
  });

  test('are not looked for in strings and comments', () => {
    expect(names("SELECT 'it''s email' -- email\n/* email */")).toEqual(['select']);
  });

  test('follow a string that ends in a backslash, which PostgreSQL does not read as an escape', () => {
    expect(names(String.raw`'C:\' || email`)).toEqual(['email']);
  });

  test('do not come from a string with an escaped quote on MySQL, or after E', () => {
    expect(names(String.raw`'a\' email' b`, 'mysql')).toEqual(['b']);
    expect(names(String.raw`E'a\' email' b`)).toEqual(['b']);
  });

  test('keep their case in quotes on PostgreSQL and lose it without', () => {
    expect(names('SELECT "Email", Name')).toEqual(['select', 'Email', 'name']);
    expect(comparable('billing.Invoices', 'postgresql')).toBe('Invoices');
  });

  test('stand in backticks on MySQL, where double quotes are a string', () => {
    expect(names('SELECT `Order``s` FROM "users"', 'mysql')).toEqual(['select', 'order`s', 'from']);
  });

  test('are found in the body of a function, between dollar quotes', () => {
    expect(names('AS $fn$ BEGIN NEW.email := 1; END $fn$')).toContain('email');
  });
});
