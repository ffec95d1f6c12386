import { canonicalType } from '../../../../dialect/postgresql/types.ts';
import { railsAtLeast } from '../../../../model/engine.ts';
import type { ExtraOption } from '../../../../model/schema.ts';
import { type Call, flagOption, numberOption, textOption } from '../../evaluate/call.ts';
import { printsSpacedHashes } from '../../ruby-version.ts';
import type { Session } from '../../session.ts';

/** PostGIS' column types, as activerecord-postgis-adapter names them in migrations. */
const SPATIAL: ReadonlySet<string> = new Set([
  ...['geometry', 'geography', 'st_point', 'st_polygon', 'line_string', 'multi_line_string'],
  ...['multi_point', 'multi_polygon', 'geometry_collection'],
]);

/**
 * A spatial column as the adapter dumps it: `t.geography "lonlat", limit: {srid: 4326, type:
 * "st_point", geographic: true}`; null for other types.
 */
export function spatialColumn(name: string, call: Call, session: Session): SpatialColumn | null {
  if (!SPATIAL.has(name)) return null;
  const geographic = name === 'geography' || flagOption(call, 'geographic');
  return spatial(
    {
      geographic,
      kind: textOption(call, 'type') ?? (name === 'geography' ? 'geometry' : name),
      srid: numberOption(call, 'srid'),
      flags: ['has_z', 'has_m'].filter((flag) => flagOption(call, flag)),
    },
    session,
  );
}

/** Kinds that the adapter names otherwise than by their words in snake case. */
const KIND_NAMES: { readonly [kind: string]: string } = {
  point: 'st_point',
  polygon: 'st_polygon',
};

/** A spatial type as SQL spells it, `geometry(LineString,4326)`; null for other types. */
export function spatialType(sql: string, session: Session): SpatialColumn | null {
  const match = /^(geometry|geography)\(([a-z]+?)(zm|z|m)?(?:, ?(\d+))?\)$/i.exec(sql);
  if (!match) return null;
  const [, base = '', kind = '', dimensions = '', srid] = match;
  const words = WORDS.exec(kind)?.slice(1).filter(Boolean).join('_').toLowerCase();
  if (words === undefined) return null;
  return spatial(
    {
      geographic: base.toLowerCase() === 'geography',
      kind: KIND_NAMES[words] ?? words,
      srid: srid === undefined ? null : Number(srid),
      flags: ['z', 'm']
        .filter((one) => dimensions.toLowerCase().includes(one))
        .map((one) => `has_${one}`),
    },
    session,
  );
}

const WORDS = /^(multi)?(geometry|point|polygon|line)(string|collection)?$/i;

interface SpatialColumn {
  readonly type: string;
  readonly extraOptions: readonly ExtraOption[];
}

interface Shape {
  readonly geographic: boolean;
  readonly kind: string;
  readonly srid: number | null;
  readonly flags: readonly string[];
}

function spatial({ geographic, kind, srid, flags }: Shape, session: Session): SpatialColumn {
  if (session.dumpsSql)
    return { type: sqlType({ geographic, kind, srid, flags }), extraOptions: [] };
  const pairs: (readonly [string, string])[] = [
    ['srid', String(srid ?? (geographic ? 4326 : 0))],
    ['type', JSON.stringify(kind)],
    ...flags.map((flag) => [flag, 'true'] as const),
  ];
  if (geographic) pairs.push(['geographic', 'true']);
  const text = `{${pairs.map(([key, value]) => pairText(key, value, session)).join(', ')}}`;
  return {
    type: geographic ? 'geography' : 'geometry',
    extraOptions: [{ name: 'limit', text }],
  };
}

/** As the adapter asks for it (`PostGIS::SpatialTableDefinition`), and the server then prints it. */
function sqlType({ geographic, kind, srid, flags }: Shape): string {
  const words = kind.replace(/^st_/, '').replaceAll('_', '');
  const dimensions = flags.map((flag) => flag.replace('has_', '')).join('');
  const number = srid ?? (geographic ? 4326 : 0);
  return canonicalType(`${geographic ? 'geography' : 'geometry'}(${words}${dimensions},${number})`);
}

/** Ruby up to 3.3 prints `:srid=>4326`, 3.4 `srid: 4326`. */
function pairText(key: string, value: string, session: Session): string {
  return isSpaced(session) ? `${key}: ${value}` : `:${key}=>${value}`;
}

/** The columns that are there show which, else the project's Ruby, else what its Rails came with. */
function isSpaced({ schema, project, installed }: Session): boolean {
  const limits = schema.tables.flatMap((table) =>
    table.columns.flatMap(({ extraOptions }) => extraOptions.map(({ text }) => text)),
  );
  const [shown] = limits.filter((text) => /\bsrid\b/.test(text));
  if (shown !== undefined) return !shown.includes('=>');
  const told = project === null ? null : printsSpacedHashes(project);
  return told ?? railsAtLeast(installed, 7, 2);
}
