import { expect, test } from 'vitest';
import { canonicalType, splitType } from './types.ts';

test.each([
  ['varchar(20)[]', 'character varying(20)[]'],
  ['VARCHAR', 'character varying'],
  ['char', 'character(1)'],
  ['int8', 'bigint'],
  ['serial', 'integer'],
  ['float', 'double precision'],
  ['float(24)', 'real'],
  ['float(25)', 'double precision'],
  ['decimal( 10 , 2 )', 'numeric(10,2)'],
  ['numeric(8)', 'numeric(8,0)'],
  ['timestamptz(3)', 'timestamp(3) with time zone'],
  ['timestamp (3) with time zone', 'timestamp(3) with time zone'],
  ['time', 'time without time zone'],
  ['bit', 'bit(1)'],
  ['integer array', 'integer[]'],
  ['integer[3][3]', 'integer[]'],
  ['pg_catalog.int4', 'integer'],
  ['public.order_status', 'order_status'],
  ['billing.status', 'billing.status'],
  ['interval day to second(3)', 'interval day to second(3)'],
])('%s is printed as %s', (sql, canonical) => {
  expect(canonicalType(sql)).toBe(canonical);
  expect(canonicalType(canonical)).toBe(canonical);
});

test('a quoted name keeps its case', () => {
  expect(canonicalType('"OrderStatus"[]')).toBe('OrderStatus[]');
  expect(splitType('OrderStatus[]')).toEqual({ base: 'OrderStatus', modifier: null, array: true });
});
