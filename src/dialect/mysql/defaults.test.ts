import { expect, test } from 'vitest';
import { castLiteral, defaultSql } from './defaults.ts';

test.each([
  [true, 'tinyint(1)', '1'],
  ["O'Hara\\", 'varchar(20)', "'O''Hara\\\\'"],
  ['0.0', 'decimal(8,2)', '0.0'],
  [{ a: 1 }, 'json', `('{"a":1}')`],
])('the literal %j of %s is %s', (value, type, sql) => {
  expect(defaultSql({ kind: 'literal', value }, type)).toBe(sql);
});

test('an expression stands in parentheses, but for CURRENT_TIMESTAMP', () => {
  const sqlOf = (sql: string) => defaultSql({ kind: 'expression', sql }, 'datetime');
  expect(sqlOf('uuid()')).toBe('(uuid())');
  expect(sqlOf('(uuid())')).toBe('(uuid())');
  expect(sqlOf('CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)')).toBe(
    'CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)',
  );
});

test('a tinyint(1) is a boolean and a tinyint a number', () => {
  expect(castLiteral(1, 'tinyint(1)')).toBe(true);
  expect(castLiteral('1', 'tinyint')).toBe(1);
  expect(castLiteral(true, 'varchar(5)')).toBe('1');
});

test.each([false, 0, '0000-00-00 00:00:00'])(
  'the default %j of a time is the zero date, which no dump shows',
  (value) => {
    expect(castLiteral(value, 'datetime')).toBeNull();
    expect(castLiteral(value, 'date')).toBeNull();
  },
);
