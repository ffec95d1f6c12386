import { describe, expect, test } from 'vitest';
import { castLiteral, defaultSql, literalFromSql } from './defaults.ts';

test('text for an array is read in PostgreSQL’s notation', () => {
  expect(castLiteral('{}', 'text[]')).toEqual([]);
  expect(castLiteral('{a,"b, c","d\\"e",NULL}', 'text[]')).toEqual(['a', 'b, c', 'd"e', null]);
  expect(castLiteral('{{1,2},{3,4}}', 'integer[]')).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(castLiteral('no array', 'text[]')).toBe('no array');
});

describe('SQL literals', () => {
  test('of JSON columns are parsed, as the database does', () => {
    expect(literalFromSql('{"a": [1]}', 'jsonb')).toEqual({ a: [1] });
    expect(castLiteral('{}', 'jsonb')).toBe('{}');
  });

  test('of hstore columns become pairs', () => {
    expect(literalFromSql('"a"=>"1", "b"=>NULL', 'hstore')).toEqual({ a: '1', b: null });
    expect(literalFromSql('', 'hstore')).toEqual({});
  });

  test('of numbers get the form of their type', () => {
    expect(literalFromSql('0', 'numeric(10,2)')).toBe('0.0');
    expect(literalFromSql('0', 'numeric(10,0)')).toBe('0');
    expect(literalFromSql('7', 'integer')).toBe(7);
  });
});

describe('defaults are written as SQL', () => {
  test.each([
    ["it's", 'text', "'it''s'"],
    [0, 'integer', '0'],
    ['9223372036854775807', 'bigint', '9223372036854775807'],
    ['1.5', 'numeric(5,2)', '1.5'],
    [true, 'boolean', 'true'],
    [['a', 'b c', null], 'text[]', `'{a,"b c",NULL}'`],
    [{ a: 1 }, 'jsonb', `'{"a":1}'`],
    ['{}', 'jsonb', `'"{}"'`],
    [{ a: 'x' }, 'hstore', `'"a"=>"x"'`],
  ])('%j of %s is %s', (value, type, sql) => {
    expect(defaultSql({ kind: 'literal', value }, type)).toBe(sql);
  });

  test('with expressions as they are', () => {
    expect(defaultSql({ kind: 'expression', sql: 'now()' }, 'date')).toBe('now()');
  });
});
