import type { Engine } from './engine.ts';

/** Servers whose behaviour differs. MariaDB and MySQL speak one SQL and alter tables differently. */
export type ServerName = 'postgresql' | 'mysql' | 'mariadb' | 'sqlite';

/** Numbers of a release, the weightiest first: `[15, 4]`, `[8, 0, 29]`. Never empty. */
export type ServerVersion = readonly number[];

/** The server that production runs, which decides what a statement locks. */
export interface Server {
  readonly name: ServerName;
  readonly version: ServerVersion;
  /** What said so, a clause: `migdocs.yml says so`; null where no input says and the default is taken. */
  readonly decidedBy: string | null;
}

/**
 * Taken where no input tells the version: the oldest line that its makers still maintain, so that
 * what is said of locks holds on newer ones or is better there.
 *
 * PostgreSQL 14 ended in November 2026, MySQL 8.0 in April 2026 and MariaDB 10.6 in July 2026; MySQL
 * 8.0 is taken all the same, since managed services still run it.
 * @see {@link https://www.postgresql.org/support/versioning/}
 * @see {@link https://mariadb.org/about/#maintenance-policy}
 */
const DEFAULT_VERSIONS: { readonly [N in ServerName]: ServerVersion } = {
  postgresql: [15],
  mysql: [8, 0],
  mariadb: [10, 11],
  sqlite: [3, 40],
};

/** As their makers write them, in the order of the docs. */
export const SERVER_NAMES: { readonly [N in ServerName]: string } = {
  postgresql: 'PostgreSQL',
  mysql: 'MySQL',
  mariadb: 'MariaDB',
  sqlite: 'SQLite',
};

/** All servers, in the order of the docs. */
export const SERVERS: readonly ServerName[] = ['postgresql', 'mysql', 'mariadb', 'sqlite'];

/** The server that is taken where no input tells which version of it runs. */
export function defaultServer(name: ServerName): Server {
  return { name, version: DEFAULT_VERSIONS[name], decidedBy: null };
}

/** The server that is taken where no input tells more than the engine. */
export function defaultServerOf(engine: Engine): Server {
  return defaultServer(engine);
}

/**
 * Reads `16`, `15.4`, `8.0.29`, `10.11.6-MariaDB-1`, `PostgreSQL 16.1 on x86_64`; null when the text
 * holds no number.
 */
export function parseServerVersion(text: string): ServerVersion | null {
  const numbers = /\d+(?:\.\d+){0,2}/.exec(text)?.[0];
  return numbers === undefined ? null : numbers.split('.').map(Number);
}

/** Whether a server is of a release or a newer one: `serverAtLeast(server, 8, 0, 29)`. */
export function serverAtLeast(
  { version }: Pick<Server, 'version'>,
  ...release: ServerVersion
): boolean {
  for (const [position, number] of release.entries()) {
    const own = version[position];
    // `8.0` without a third number stands for its newest release, which is what gets installed.
    if (own === undefined) return true;
    if (own !== number) return own > number;
  }
  return true;
}

/** `PostgreSQL 15.4` */
export function formatServer({ name, version }: Pick<Server, 'name' | 'version'>): string {
  return `${SERVER_NAMES[name]} ${version.join('.')}`;
}
