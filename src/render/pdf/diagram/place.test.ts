import { expect, test } from 'vitest';
import { METRICS } from '../../diagram/box.ts';
import { bodyOf, pageShape } from '../flow.ts';
import { placeDiagram } from './place.ts';
import { tilesOf } from './tiles.ts';

const A4 = pageShape('A4', 'portrait');

function layout(width: number, height: number) {
  const box = { table: 't', mark: 'none', link: null, rows: [], omitted: 0 } as const;
  return { width, height, boxes: [{ box, x: 0, y: 0, width, height }], edges: [] };
}

function place(width: number, height: number) {
  return placeDiagram(layout(width, height), A4, 'A4', 20);
}

test('a small diagram stands in the text at its natural size', () => {
  expect(place(300, 200)).toEqual({ kind: 'inline', scale: 1 });
});

test('a diagram that is a little too wide is reduced', () => {
  const placement = place(600, 200);
  expect(placement.kind).toBe('inline');
  expect(placement.scale).toBeCloseTo(bodyOf(A4).width / 600);
});

test('a wide diagram turns the page, a large one takes A3', () => {
  expect(place(900, 300)).toMatchObject({
    kind: 'ownPage',
    shape: pageShape('A4', 'landscape'),
  });
  expect(place(900, 1200)).toMatchObject({ kind: 'ownPage', shape: pageShape('A3', 'portrait') });
});

test('no text is ever under 5.5 points', () => {
  for (const width of [100, 700, 1500, 3000, 9000]) {
    for (const height of [100, 900, 2000, 9000]) {
      expect(place(width, height).scale * METRICS.keySize).toBeGreaterThanOrEqual(5.5 - 1e-9);
    }
  }
});

test('tiles cover the whole diagram and share a strip with their neighbour', () => {
  const huge = layout(4000, 2500);
  const placement = placeDiagram(huge, A4, 'A4', 20);
  if (placement.kind !== 'tiles') throw new Error('expected tiles');
  const tiles = tilesOf(huge, placement);
  const last = tiles.at(-1);
  expect((last?.area.x ?? 0) + (last?.area.width ?? 0)).toBeGreaterThanOrEqual(4000);
  expect((last?.area.y ?? 0) + (last?.area.height ?? 0)).toBeGreaterThanOrEqual(2500);
  const [first, second] = tiles;
  expect(second?.area.x).toBeLessThan(first?.area.width ?? 0);
});

test('a tile that shows nothing is left out', () => {
  const corner = { ...layout(200, 200), width: 4000, height: 2500 };
  const placement = placeDiagram(corner, A4, 'A4', 20);
  if (placement.kind !== 'tiles') throw new Error('expected tiles');
  expect(tilesOf(corner, placement)).toHaveLength(1);
});
