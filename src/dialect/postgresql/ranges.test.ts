import { expect, test } from 'vitest';
import { canonicalRange } from './ranges.ts';

test.each([
  ['[,]', 'date', '(,)'],
  ['[1,10]', 'integer', '[1,11)'],
  ['(1,10)', 'integer', '[2,10)'],
  ['[,5]', 'integer', '(,6)'],
  ['[1.5,2.5]', 'float', '[1.5,2.5]'],
  ['empty', 'integer', 'empty'],
] as const)('%s of %s is printed %s', (text, kind, expected) => {
  expect(canonicalRange(text, { kind })).toBe(expected);
});
