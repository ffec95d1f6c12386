import { expect, test } from 'vitest';
import { METRICS } from '../../diagram/box.ts';
import { bodyOf, pageShape } from '../flow.ts';
import { placeDiagram, scaleForRest } from './place.ts';
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

test('a diagram a little larger than A3 is reduced further, and not cut up', () => {
  const width = bodyOf(pageShape('A3', 'landscape')).width / (0.8 * (5.5 / METRICS.keySize));
  expect(place(width, 500)).toMatchObject({
    kind: 'ownPage',
    shape: pageShape('A3', 'landscape'),
  });
});

test('a diagram goes into the rest of a page when it can be read there', () => {
  expect(scaleForRest(layout(300, 200), 1, 180)).toBeCloseTo(0.9);
  expect(scaleForRest(layout(300, 200), 1, 500)).toBe(1);
  expect(scaleForRest(layout(300, 200), 1, 100)).toBeNull();
});

test('no text is ever under 5.5 points, and none of one large picture under three quarters of it', () => {
  for (const width of [100, 700, 1500, 3000, 9000]) {
    for (const height of [100, 900, 2000, 9000]) {
      const { kind, scale } = place(width, height);
      const least = kind === 'ownPage' ? 5.5 * 0.75 : 5.5;
      expect(scale * METRICS.keySize).toBeGreaterThanOrEqual(least - 1e-9);
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
