import { expect, test } from 'vitest';
import { columnWidths } from './column-widths.ts';

test('columns get their share of the width', () => {
  expect(columnWidths([1, 3], [0, 0], 1000)).toEqual([250, 750]);
});

test('a column is not narrower than its minimum; the others share what is left', () => {
  expect(columnWidths([1, 3, 6], [200, 0, 0], 1000)).toEqual([200, 266, 534]);
});

test('a column that sharing squeezes gets its minimum too', () => {
  expect(columnWidths([1, 2, 17], [400, 95, 0], 1000)).toEqual([400, 95, 505]);
});

test('minimums that do not fit together shrink together', () => {
  expect(columnWidths([1, 1], [3000, 1000], 1000)).toEqual([750, 250]);
});
