import type { ExtraOption } from '../../../model/schema.ts';
import { type Call, flagOption, numberOption, textOption } from '../evaluate/call.ts';
import type { Session } from '../session.ts';

/** PostGIS' column types, as activerecord-postgis-adapter names them in migrations. */
const SPATIAL: ReadonlySet<string> = new Set([
  ...['geometry', 'geography', 'st_point', 'st_polygon', 'line_string', 'multi_line_string'],
  ...['multi_point', 'multi_polygon', 'geometry_collection'],
]);

/**
 * A spatial column as the adapter dumps it: `t.geography "lonlat", limit: {srid: 4326, type:
 * "st_point", geographic: true}`; null for other types.
 */
export function spatialColumn(
  name: string,
  call: Call,
  session: Session,
): { readonly type: string; readonly extraOptions: readonly ExtraOption[] } | null {
  if (!SPATIAL.has(name)) return null;
  const geographic = name === 'geography' || flagOption(call, 'geographic');
  const kind = textOption(call, 'type') ?? (name === 'geography' ? 'geometry' : name);
  const pairs: (readonly [string, string])[] = [
    ['srid', String(numberOption(call, 'srid') ?? (geographic ? 4326 : 0))],
    ['type', JSON.stringify(kind)],
  ];
  for (const flag of ['has_z', 'has_m']) if (flagOption(call, flag)) pairs.push([flag, 'true']);
  if (geographic) pairs.push(['geographic', 'true']);
  const text = `{${pairs.map(([key, value]) => pairText(key, value, session)).join(', ')}}`;
  return {
    type: geographic ? 'geography' : 'geometry',
    extraOptions: [{ name: 'limit', text }],
  };
}

/** Ruby up to 3.3 prints `:srid=>4326`, 3.4 `srid: 4326`; the columns that are there show which. */
function pairText(key: string, value: string, session: Session): string {
  const older = session.schema.tables.some((table) =>
    table.columns.some((column) => column.extraOptions.some((extra) => extra.text.includes('=>'))),
  );
  return older ? `:${key}=>${value}` : `${key}: ${value}`;
}
