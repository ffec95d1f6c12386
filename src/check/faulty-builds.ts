import { type Server, serverAtLeast } from '../model/server.ts';

/**
 * True for PostgreSQL 14.0 to 14.3, whose concurrent builds leave out rows that HOT updates write
 * meanwhile. `14` alone stands for its newest release.
 *
 * @see {@link https://www.postgresql.org/docs/release/14.4/ | PostgreSQL 14.4}
 */
export function missesRowsInBuilds(server: Server): boolean {
  return server.name === 'postgresql' && serverAtLeast(server, 14) && !serverAtLeast(server, 14, 4);
}
