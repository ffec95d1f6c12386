import { expect, test } from 'vitest';
import { castsAutomatically } from './automatic-casts.ts';

test.each([
  ['integer', 'bigint', true],
  ['integer', 'character varying(20)', true],
  ['numeric(8,2)', 'integer', true],
  ['date', 'timestamp(6) without time zone', true],
  ['time without time zone', 'text', true],
  ['jsonb', 'json', true],
  ['mood', 'character varying', true],
  ['character varying[]', 'text[]', true],
  ['geometry', 'geography', true],
  ['character varying', 'integer', false],
  ['integer', 'boolean', false],
  ['boolean', 'integer', false],
  ['text', 'uuid', false],
  ['text', 'bytea', false],
  ['character varying', 'mood', false],
  ['text', 'text[]', false],
  ['date', 'time without time zone', false],
])('%s to %s without USING: %s', (from, to, expected) => {
  expect(castsAutomatically(from, to, ['mood'])).toBe(expected);
});
