import { expect, test } from 'vitest';
import type { TableBlock } from '../../../report/types.ts';
import { type ColumnExtent, placeColumns } from './columns.ts';

function block(...widths: readonly number[]): TableBlock {
  const columns = widths.map((width) => ({ title: 'x', width, align: 'left' }) as const);
  return { kind: 'table', caption: null, columns, rows: [], whenEmpty: '' };
}

function extent(least: number, most: number, keepsShare = false): ColumnExtent {
  return { least, most, keepsShare };
}

function widths(table: TableBlock, extents: readonly ColumnExtent[], width: number) {
  return placeColumns(table, extents, 0, width).map((place) => Math.round(place.width));
}

test('columns have the shares that the report asks for when everything fits', () => {
  expect(widths(block(1, 3), [extent(10, 20), extent(10, 290)], 400)).toEqual([100, 300]);
});

test('columns fill the width and follow each other', () => {
  const places = placeColumns(block(2, 1, 1), [extent(9, 9), extent(9, 99), extent(9, 9)], 14, 200);
  expect(places[0]?.x).toBe(14);
  expect(places[1]?.x).toBeCloseTo(14 + (places[0]?.width ?? 0));
  expect(places.reduce((sum, place) => sum + place.width, 0)).toBeCloseTo(200);
});

test('a column is as wide as its longest word when others have room', () => {
  const [narrow = 0] = widths(block(1, 9), [extent(60, 60), extent(20, 900)], 200);
  expect(narrow).toBe(60);
});

test('what a column does not use goes to the one that lacks least', () => {
  const extents = [extent(10, 20), extent(10, 130), extent(10, 900)];
  expect(widths(block(1, 1, 1), extents, 300)).toEqual([20, 130, 150]);
});

test('a column to write in keeps its share', () => {
  const extents = [extent(10, 20, true), extent(10, 900)];
  expect(widths(block(1, 1), extents, 200)).toEqual([100, 100]);
});

test('a single endless word cannot take the whole width', () => {
  const [, other = 0] = widths(block(1, 1), [extent(5000, 5000), extent(40, 60)], 200);
  expect(other).toBeGreaterThanOrEqual(60);
});
