import { expect, test } from 'vitest';
import { nullDefault } from './null-defaults.ts';

test.each([
  ['numeric(5,2)', 'NULL::numeric'],
  ['character varying(20)', 'NULL::character varying'],
  ['character(2)', 'NULL::bpchar'],
  ['timestamp(6) without time zone', 'NULL::timestamp without time zone'],
  ['character varying(20)[]', 'NULL::character varying[]'],
  ['bit(3)', 'NULL::"bit"'],
  ['interval(3)', null],
  ['character varying', null],
  ['integer', null],
])('DEFAULT NULL of %s is kept as %s', (type, kept) => {
  expect(nullDefault(type)).toBe(kept);
});
