import { compareVersions } from './versions.ts';

/** Which migrations a schema file holds already. */
export interface HeldVersions {
  /** The newest of them, digits only; null when the file names none. */
  readonly newest: string | null;
  readonly holds: (version: string) => boolean;
}

/**
 * What a schema file says of the migrations that it holds.
 *
 * A Ruby file names the newest version, and Rails takes all older ones for run
 * (`ActiveRecord::ConnectionAdapters::SchemaStatements#assume_migrated_upto_version`). A SQL file
 * lists the rows of `schema_migrations`, and only those are.
 */
export function heldVersionsOf(text: string): HeldVersions {
  const named = versionNamedIn(text);
  if (named !== null) {
    return { newest: named, holds: (version) => compareVersions(version, named) <= 0 };
  }
  const listed = new Set(versionsListedIn(text));
  const newest = [...listed].toSorted(compareVersions).at(-1) ?? null;
  return { newest, holds: (version) => listed.has(version) };
}

/** `version: 2026_01_01_000000` of a Ruby schema file, digits only; null when it names none. */
function versionNamedIn(text: string): string | null {
  const match = /ActiveRecord::Schema(?:\[[\d.]+\])?\.define\(\s*version:\s*([\d_]+)/.exec(text);
  return match?.[1]?.replaceAll('_', '') ?? null;
}

/** Rails writes the list of versions, up to 4.2 with a statement for each of them. */
const LIST =
  /INSERT INTO [`"]?(?:\w+[`"]?\.[`"]?)?schema_migrations[`"]? \(version\) VALUES\s*([^;]+)/gi;

function versionsListedIn(text: string): readonly string[] {
  return [...text.matchAll(LIST)].flatMap(([, rows = '']) =>
    [...rows.matchAll(/'(\d+)'/g)].map(([, version = '']) => version),
  );
}
