import type { LockClaim, MysqlLockLevel } from '../../../model/lock.ts';
import { formatServer, type Server, serverAtLeast } from '../../../model/server.ts';
import { can } from './online.ts';

/** How a server does each kind of work on a table. */
export interface Claims {
  readonly claim: (
    table: string,
    algorithm: MysqlLockLevel['algorithm'],
    lock: MysqlLockLevel['lock'],
    work: LockClaim['work'],
  ) => LockClaim;
  /** The catalog alone. */
  readonly instant: (table: string) => LockClaim;
  /** The catalog alone, by the older algorithm, whose name a statement may not give as INSTANT. */
  readonly inplace: (table: string) => LockClaim;
  /** A default or a comment of a column, which stand in the catalog alone. */
  readonly columnMetadata: (table: string) => LockClaim;
  /** INSTANT where MariaDB takes it, which MySQL does INPLACE. */
  readonly metadata: (table: string) => LockClaim;
  /** Secondary indexes come or go; MariaDB says NOCOPY for it. */
  readonly indexes: (
    table: string,
    work: LockClaim['work'],
    lock?: MysqlLockLevel['lock'],
  ) => LockClaim;
  /** INPLACE that builds the table anew while it is read and written. */
  readonly rebuild: (table: string, lock?: MysqlLockLevel['lock']) => LockClaim;
  /** COPY: the table can be read, and writes wait until the copy is done. */
  readonly copy: (table: string) => LockClaim;
  /** An exclusive metadata lock for the time of a catalog change. */
  readonly exclusive: (table: string) => LockClaim;
}

export function claimsOn(server: Server): Claims {
  const basis = basisOf(server);
  const claim: Claims['claim'] = (table, algorithm, lock, work) =>
    lockClaim(table, { algorithm, lock }, work, basis);
  const inplace = (table: string) => claim(table, 'inplace', 'none', 'catalog');
  const instant = (table: string) => claim(table, 'instant', 'none', 'catalog');
  return {
    claim,
    instant,
    inplace,
    columnMetadata: can(server, 'columnMetadata') ? instant : inplace,
    metadata: can(server, 'metadata') ? instant : inplace,
    indexes: (table, work, lock = 'none') =>
      claim(table, can(server, 'indexes') ? 'nocopy' : 'inplace', lock, work),
    rebuild: (table, lock = 'none') => claim(table, 'inplace', lock, 'rewrite'),
    copy: (table) => claim(table, 'copy', 'shared', 'rewrite'),
    exclusive: (table) =>
      lockClaim(
        table,
        { algorithm: 'inplace', lock: 'exclusive' },
        'catalog',
        METADATA_LOCKING[server.name === 'mariadb' ? 'mariadb' : 'mysql'],
      ),
  };
}

/** A claim with what its level means for others. */
export function lockClaim(
  table: string,
  level: MysqlLockLevel,
  work: LockClaim['work'],
  basis: string,
): LockClaim {
  return {
    table,
    level: { engine: 'mysql', ...level },
    blocksReads: level.lock === 'exclusive',
    blocksWrites: level.lock !== 'none',
    // A second ALTER TABLE waits for the metadata lock of the first, whatever LOCK says.
    blocksSchemaChanges: true,
    work,
    basis,
  };
}

/** Statements outside of the online DDL tables take an exclusive metadata lock. */
const METADATA_LOCKING = {
  mysql: 'https://dev.mysql.com/doc/refman/8.0/en/metadata-locking.html',
  mariadb: 'https://mariadb.com/kb/en/metadata-locking/',
};

/** MariaDB's answers were tried on 10.11 with ALGORITHM and LOCK stated; MySQL's are the manual's. */
function basisOf(server: Server): string {
  if (server.name === 'mariadb') {
    const page = 'https://mariadb.com/kb/en/innodb-online-ddl-overview/';
    return `${page} (for ${formatServer(server)}; tried on MariaDB 10.11.19)`;
  }
  const manual = MANUALS.find((release) => serverAtLeast(server, ...release)) ?? [5, 7];
  const page = `https://dev.mysql.com/doc/refman/${manual.join('.')}/en/innodb-online-ddl-operations.html`;
  return `${page} (for ${formatServer(server)})`;
}

const MANUALS: readonly (readonly number[])[] = [
  [9, 1],
  [8, 4],
  [8, 0],
];
