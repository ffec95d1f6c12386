import { type Server, type ServerVersion, serverAtLeast } from '../../../model/server.ts';

interface Since {
  /** Null for a server that does not have it. */
  readonly mysql: ServerVersion | null;
  readonly mariadb: ServerVersion | null;
}

/**
 * Since which release a server changes a table without touching its rows.
 *
 * @see {@link https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html | MySQL 8.0: Online DDL Operations}
 * @see {@link https://mariadb.com/kb/en/innodb-online-ddl-operations-with-the-instant-alter-algorithm/ | MariaDB: INSTANT}
 */
const SINCE = {
  addColumnLast: { mysql: [8, 0, 12], mariadb: [10, 3, 2] },
  addColumnAnywhere: { mysql: [8, 0, 29], mariadb: [10, 4] },
  dropColumn: { mysql: [8, 0, 29], mariadb: [10, 4] },
  dropStoredColumn: { mysql: null, mariadb: [10, 4] },
  reorder: { mysql: null, mariadb: [10, 4] },
  renameColumn: { mysql: [8, 0, 28], mariadb: [10, 3] },
  /** A column that a foreign key refers to. */
  renameParentColumn: { mysql: null, mariadb: [10, 3] },
  virtualColumn: { mysql: [8, 0, 12], mariadb: [10, 3] },
  /** Defaults, comments of columns, members at the end of an ENUM or SET. */
  columnMetadata: { mysql: [8, 0, 12], mariadb: [10, 3] },
  /** Table comments, names of indexes, foreign keys and checks that go. */
  metadata: { mysql: null, mariadb: [10, 3] },
  extendVarchar: { mysql: null, mariadb: [10, 4, 3] },
  /** The collation of a column, within its character set. */
  collation: { mysql: null, mariadb: [10, 4, 3] },
  /** NOCOPY as the name for work on secondary indexes. */
  indexes: { mysql: null, mariadb: [10, 3] },
  renameTable: { mysql: [5, 7], mariadb: [10, 3] },
} as const satisfies { readonly [what: string]: Since };

/** Whether the server does it without touching rows. */
export function can(server: Server, what: keyof typeof SINCE): boolean {
  const since: ServerVersion | null = SINCE[what][server.name === 'mariadb' ? 'mariadb' : 'mysql'];
  return since !== null && serverAtLeast(server, ...since);
}

/** A CHECK is parsed and ignored by MySQL before 8.0.16 and by MariaDB before 10.2.1. */
export function keepsChecks(server: Server): boolean {
  return server.name === 'mariadb'
    ? serverAtLeast(server, 10, 2, 1)
    : serverAtLeast(server, 8, 0, 16);
}

/** MariaDB's ALGORITHM names the dearest way that is allowed; MySQL's the one that is taken. */
export function takesStatedAlgorithm({ name }: Server): boolean {
  return name !== 'mariadb';
}
