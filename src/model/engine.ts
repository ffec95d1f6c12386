/** The database families that migdocs knows. MariaDB is `mysql`. */
export type Engine = 'postgresql' | 'mysql' | 'sqlite';

export const ENGINES: readonly Engine[] = ['postgresql', 'mysql', 'sqlite'];

/** An engine's name as its makers write it. */
export const ENGINE_NAMES: { readonly [E in Engine]: string } = {
  postgresql: 'PostgreSQL',
  mysql: 'MySQL',
  sqlite: 'SQLite',
};

/** A Rails release line, such as `7.1`: what decides names, defaults and the form of a dump. */
export interface RailsVersion {
  readonly major: number;
  readonly minor: number;
  /** Where the exact release is known, as from a lock file: the few facts that changed within a line need it. */
  readonly patch?: number;
}

/** Reads `7.1` or `7.1.3.2`; null when the text does not begin with two numbers. */
export function parseRailsVersion(text: string): RailsVersion | null {
  const match = /^(\d+)\.(\d+)/.exec(text);
  return match ? { major: Number(match[1]), minor: Number(match[2]) } : null;
}

/** Reads `7.0.2.3` with its third number; a text without one has no patch. */
export function parseRailsRelease(text: string): RailsVersion | null {
  const version = parseRailsVersion(text);
  const patch = /^\d+\.\d+\.(\d+)/.exec(text)?.[1];
  return version && patch !== undefined ? { ...version, patch: Number(patch) } : version;
}

export function formatRailsVersion(version: RailsVersion): string {
  return `${version.major}.${version.minor}`;
}

/** True when `version` is `major.minor` or newer. */
export function railsAtLeast(version: RailsVersion, major: number, minor: number): boolean {
  return version.major > major || (version.major === major && version.minor >= minor);
}
