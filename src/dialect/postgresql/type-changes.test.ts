import { describe, expect, test } from 'vitest';
import { column } from '../../testing/build.ts';
import { typeChange } from './type-changes.ts';

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
  ])('%s → %s keeps the heap', (from, to) => {
    expect(change(from, to)).toMatchObject({ work: 'catalog', narrows: false });
  });

  test.each([
    ['integer', 'bigint'],
    ['text', 'citext'],
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
