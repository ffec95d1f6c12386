import { expect, test } from 'vitest';
import { integerBytes } from './integer-types.ts';

test.each([
  ['tinyint(1)', 1],
  ['smallint', 2],
  ['mediumint unsigned', 3],
  ['int', 4],
  ['integer', 4],
  ['int(11) unsigned', 4],
  ['bigint', 8],
])('%s takes %i bytes', (type, bytes) => {
  expect(integerBytes(type)).toBe(bytes);
});

test.each(['text', 'numeric(10,0)', 'interval', 'bigint[]'])('%s is no integer', (type) => {
  expect(integerBytes(type)).toBeNull();
});
