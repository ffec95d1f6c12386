import { expect, test } from 'vitest';
import { railsType } from '../rails/type.ts';
import { literalFromSql } from './defaults.ts';
import { fromRails, primaryKeyColumn, toRails } from './rails-types.ts';
import { canonicalType } from './types.ts';

const RAILS_6_1 = { major: 6, minor: 1 };
const RAILS_8_0 = { major: 8, minor: 0 };

test.each([
  ...['varchar', 'varchar(20)', 'text', 'integer', 'integer(4)', 'bigint', 'float', 'boolean'],
  ...[
    'decimal(10,2)',
    'decimal(8)',
    'decimal',
    'date',
    'time',
    'time(3)',
    'datetime',
    'datetime(6)',
  ],
  ...['blob', 'json'],
])('%s comes back from its Rails type', (type) => {
  for (const rails of [RAILS_6_1, RAILS_8_0]) {
    expect(fromRails(toRails(type, rails), rails)).toBe(type);
  }
});

test('a declared type is read by the words in it', () => {
  const nameOf = (type: string) => toRails(type, RAILS_8_0).name;
  expect(nameOf('double precision')).toBe('float');
  expect(nameOf('timestamp')).toBe('datetime');
  expect(nameOf('clob')).toBe('text');
  expect(nameOf('nvarchar(10)')).toBe('string');
  expect(nameOf('point')).toBe('integer');
});

test('both kinds of integer become the counting primary key', () => {
  for (const name of ['primary_key', 'integer', 'bigint']) {
    expect(primaryKeyColumn('id', railsType(name), RAILS_8_0)).toMatchObject({
      type: 'integer',
      autoIncrement: 'autoIncrement',
    });
  }
});

test('a type is kept as it was declared, in lower case', () => {
  expect(canonicalType(' VARCHAR ( 20 ) ')).toBe('varchar(20)');
  expect(canonicalType('DECIMAL(10, 2)')).toBe('decimal(10,2)');
});

test('defaults get the form of the declared type', () => {
  expect(literalFromSql('1', 'boolean')).toBe(true);
  expect(literalFromSql('{"a":1}', 'json')).toEqual({ a: 1 });
  expect(literalFromSql('0', 'decimal(10,2)')).toBe('0.0');
});
