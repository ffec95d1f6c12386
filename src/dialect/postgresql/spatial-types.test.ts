import { expect, test } from 'vitest';
import { canonicalType } from './types.ts';

test.each([
  ['geometry(POLYGON,4326)', 'geometry(Polygon,4326)'],
  ['public.geography(pointz, 4326)', 'geography(PointZ,4326)'],
  ['geometry(multilinestring)', 'geometry(MultiLineString)'],
  ['geometry(GEOMETRY,3857)', 'geometry(Geometry,3857)'],
  ['geometry(Point,0)', 'geometry(Point)'],
  ['geometry(geometry)', 'geometry'],
  ['geometry', 'geometry'],
])('PostGIS prints %s as %s', (written, printed) => {
  expect(canonicalType(written)).toBe(printed);
});
