/** The server whose SQL a file is in, as far as the file tells. */
export interface MysqlServer {
  readonly name: 'mysql' | 'mariadb' | null;
  /** As conditional comments count them: 80036 for 8.0.36, 101106 for 10.11.6. Null when nothing tells. */
  readonly version: number | null;
  /** The same for the lowest version that has what the file shows; null when nothing tells. */
  readonly atLeast: number | null;
}

export const UNKNOWN_SERVER: MysqlServer = { name: null, version: null, atLeast: null };

/** A conditional comment: `/*!50001 …` of both servers, or `/*M!100616 …` of MariaDB alone. */
export interface ConditionalComment {
  readonly mariadbOnly: boolean;
  /** Null where it names none, which every server runs. */
  readonly version: number | null;
}

/**
 * Whether the server runs what a conditional comment holds.
 *
 * MariaDB passes over those of MySQL 5.7 to 9.x (50700 to 99999) since its 10.0.8; a server that
 * nothing tells is taken for a current MySQL. No server is as new as 99999 or 999999, which the tools
 * write to have a line ignored.
 *
 * @see {@link https://mariadb.com/kb/en/comment-syntax/ | MariaDB: Comment Syntax}
 * @see {@link https://dev.mysql.com/doc/refman/8.4/en/comments.html | MySQL: Comments}
 */
export function runsComment(
  { mariadbOnly, version }: ConditionalComment,
  server: MysqlServer,
): boolean {
  const isMariadb = server.name === 'mariadb';
  if (mariadbOnly && !isMariadb) return false;
  if (version === null) return true;
  if (isMariadb && !mariadbOnly && version >= 50700 && version <= 99999) return false;
  return version <= (server.version ?? (isMariadb ? 120000 : 99998));
}

/** `8.0.36` as conditional comments count: 80036. */
export function countedVersion(version: string | null): number | null {
  if (version === null) return null;
  const [major = 0, minor = 0, patch = 99] = version.split('.').map(Number);
  return major * 10000 + minor * 100 + patch;
}
