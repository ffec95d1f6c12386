/** Kinds of shapes as PostGIS spells them in types (`postgis_typmod_out`, 2.0 to 3.5), by their words in lower case. */
const KINDS: ReadonlyMap<string, string> = new Map(
  [
    ...['Geometry', 'Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString'],
    ...['MultiPolygon', 'GeometryCollection', 'CircularString', 'CompoundCurve', 'CurvePolygon'],
    ...['MultiCurve', 'MultiSurface', 'PolyhedralSurface', 'Triangle', 'Tin'],
  ].map((kind) => [kind.toLowerCase(), kind]),
);

/**
 * What stands between the parentheses of PostGIS' types, as the server prints it: `Point,4326` for
 * `POINT, 4326`; null for any shape of no known reference system, which has no parentheses.
 *
 * @returns undefined for what is no such modifier.
 */
export function canonicalShape(modifier: string): string | null | undefined {
  const match = /^([a-z]+?)(zm|z|m)?(?:,(-?\d+))?$/i.exec(modifier);
  if (!match) return undefined;
  const [, words = '', dimensions = '', srid] = match;
  const kind = KINDS.get(words.toLowerCase());
  if (kind === undefined) return undefined;
  const known = srid !== undefined && Number(srid) > 0;
  if (kind === 'Geometry' && dimensions === '' && !known) return null;
  return `${kind}${dimensions.toUpperCase()}${known ? `,${srid}` : ''}`;
}
