import { describe, expect, test } from 'vitest';
import { column } from '../../testing/build.ts';
import { comparesAnew, typeChange } from './type-changes.ts';

const change = (from: string, to: string) => typeChange(column('c', from), column('c', to));

describe('a change of type', () => {
  test.each([
    ['character varying(20)', 'character varying(40)'],
    ['character varying(20)', 'character varying'],
    ['character varying(20)', 'text'],
    ['text', 'character varying'],
    ['numeric(10,2)', 'numeric(12,2)'],
    ['numeric(10,2)', 'numeric'],
    ['timestamp without time zone', 'timestamp with time zone'],
    ['timestamp without time zone', 'timestamp(6) without time zone'],
    ['time without time zone', 'time(6) without time zone'],
    ['cidr', 'inet'],
    ['bit varying(8)', 'bit varying(16)'],
    ['xml', 'text'],
    ['xml', 'character varying'],
    ['text', 'citext'],
    ['character varying(20)', 'citext'],
    ['citext', 'character varying'],
    ['character(5)', 'bpchar'],
  ])('%s → %s keeps the heap', (from, to) => {
    expect(change(from, to)).toMatchObject({ work: 'catalog', narrows: false });
  });

  test.each([
    ['integer', 'bigint'],
    ['character(5)', 'citext'],
    ['numeric(10,2)', 'numeric(12,3)'],
    ['character(5)', 'character(10)'],
    ['character(5)', 'character varying(10)'],
    ['json', 'jsonb'],
    ['boolean', 'integer'],
    ['inet', 'cidr'],
    ['order_status', 'payment_status'],
  ])('%s → %s rewrites the heap and loses nothing by its limits', (from, to) => {
    expect(change(from, to)).toMatchObject({ work: 'rewrite', narrows: false });
  });

  test.each([
    ['character varying(20)', 'character varying(10)'],
    ['text', 'character varying(50)'],
    ['numeric(10,2)', 'numeric(8,2)'],
    ['numeric', 'numeric(8,2)'],
    ['timestamp without time zone', 'timestamp(3) without time zone'],
    ['interval', 'interval(3)'],
    ['bigint', 'integer'],
    ['bit varying(8)', 'bit varying(4)'],
  ])('%s → %s rewrites the heap and narrows', (from, to) => {
    expect(change(from, to)).toMatchObject({ work: 'rewrite', narrows: true });
  });
});

test('before PostgreSQL 12 a timestamp that gets a time zone is written anew', () => {
  const [from, to] = ['timestamp without time zone', 'timestamp with time zone'];
  const on = (version: number) =>
    typeChange(column('c', from), column('c', to), {
      name: 'postgresql',
      version: [version],
      decidedBy: null,
    }).work;
  expect([on(11), on(12)]).toEqual(['rewrite', 'catalog']);
});

test.each([
  ['text', 'citext', true],
  ['timestamp without time zone', 'timestamp with time zone', true],
  ['timestamp(3) without time zone', 'timestamp(6) without time zone', false],
  ['cidr', 'inet', false],
  ['character varying(20)', 'text', false],
])('indexes of a column that goes from %s to %s are built anew: %s', (from, to, anew) => {
  expect(comparesAnew(from, to)).toBe(anew);
});
