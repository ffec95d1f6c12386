import { UsageError } from '../../model/errors.ts';
import { own } from '../../model/own.ts';

/** Where a database is, taken apart from its URL. It holds a password: it goes to a driver and nowhere else. */
export type DatabaseTarget = ServerTarget | FileTarget;

export interface ServerTarget {
  readonly kind: 'postgresql' | 'mysql';
  readonly host: string;
  /** Null for the server's usual one. */
  readonly port: number | null;
  /** Folder of the socket (PostgreSQL) or the socket itself (MySQL); null for a network connection. */
  readonly socket: string | null;
  readonly user: string | null;
  readonly password: string | null;
  readonly database: string;
  readonly tls: TlsMode;
  /** Path of a file with the certificates to trust; null for those of the system. */
  readonly certificates: string | null;
}

interface FileTarget {
  readonly kind: 'sqlite';
  readonly path: string;
}

/**
 * `off`; `preferred` where the server offers it, as `psql` does; `required`; `verified` against the
 * certificates, with the host's name.
 */
type TlsMode = 'off' | 'preferred' | 'required' | 'verified';

/** Schemes of URLs that Active Record and the servers' own tools take. */
const SCHEMES: { readonly [scheme: string]: ServerTarget['kind'] } = {
  postgres: 'postgresql',
  postgresql: 'postgresql',
  postgis: 'postgresql',
  mysql: 'mysql',
  mysql2: 'mysql',
  mariadb: 'mysql',
  trilogy: 'mysql',
};

/** `sslmode` of PostgreSQL and `ssl-mode` of MySQL, in lower case with hyphens. */
const TLS_MODES: { readonly [mode: string]: TlsMode } = {
  disable: 'off',
  disabled: 'off',
  allow: 'preferred',
  prefer: 'preferred',
  preferred: 'preferred',
  require: 'required',
  required: 'required',
  'verify-ca': 'verified',
  'verify-full': 'verified',
  'verify-identity': 'verified',
};

const FORMS =
  'It is like postgres://user@host/database, mysql://user@host/database or sqlite3:path/to/file.sqlite3.';

/**
 * Takes a database URL apart. No part of it stands in an error, since any part may hold the password
 * when a sign in it was not escaped.
 *
 * @throws {UsageError} when it is no URL of a database that can be surveyed.
 */
export function databaseTarget(url: string): DatabaseTarget {
  const scheme = /^([a-z0-9]+):/i.exec(url)?.[1]?.toLowerCase() ?? '';
  if (scheme === 'sqlite3' || scheme === 'sqlite') return fileTarget(url);
  const kind = own(SCHEMES, scheme);
  if (kind) return serverTarget(kind, url);
  throw new UsageError('the database URL names no database that can be surveyed', {
    remedy: FORMS,
  });
}

function serverTarget(kind: ServerTarget['kind'], url: string): ServerTarget {
  const parsed = parsedUrl(url.replace(/^[^:]+:\/\/(?:[^/]*@)?(?=\/)/, '$&localhost'));
  const { searchParams: options } = parsed;
  const database = options.get('dbname') ?? decoded(parsed.pathname.slice(1));
  if (database === '') {
    throw new UsageError('the database URL names no database', { remedy: FORMS });
  }
  return {
    kind,
    ...placeOf(parsed),
    user: options.get('user') ?? textOrNull(decoded(parsed.username)),
    password: options.get('password') ?? textOrNull(decoded(parsed.password)),
    database,
    tls: tlsOf(options),
    certificates: options.get('sslrootcert') ?? options.get('sslca') ?? options.get('ssl-ca'),
  };
}

/** A path in place of a host is that of a socket, as `libpq` reads it; `socket` is Active Record's. */
function placeOf(url: URL): Pick<ServerTarget, 'host' | 'port' | 'socket'> {
  const { searchParams: options } = url;
  const ofUrl = decoded(url.hostname).replace(/^\[(.+)\]$/, '$1');
  const host = options.get('socket') ?? options.get('host') ?? ofUrl;
  const port = portOf(options.get('port') ?? url.port);
  return { host, port, socket: host.startsWith('/') ? host : null };
}

/** `sqlite3:db/production.sqlite3` is relative, `sqlite3:/srv/db.sqlite3` is not, as in Active Record. */
function fileTarget(url: string): FileTarget {
  const path = decoded(url.replace(/^[^:]+:(?:\/\/(?=\/))?/, '').replace(/\?.*$/, ''));
  if (path === '' || path === ':memory:') {
    throw new UsageError('the database URL names no file', { remedy: FORMS });
  }
  return { kind: 'sqlite', path };
}

function parsedUrl(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw new UsageError('the database URL cannot be read', {
      remedy: `${FORMS} Escape signs in the password: @ as %40, / as %2F, # as %23.`,
    });
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new UsageError('the database URL holds a % that escapes nothing', {
      remedy: 'Write a % of the password as %25.',
    });
  }
}

function textOrNull(text: string): string | null {
  return text === '' ? null : text;
}

function portOf(text: string): number | null {
  if (text === '') return null;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new UsageError('the port in the database URL is no port');
}

function tlsOf(options: URLSearchParams): TlsMode {
  const stated = options.get('sslmode') ?? options.get('ssl-mode') ?? options.get('ssl_mode');
  if (stated === null) return 'preferred';
  const mode = stated.toLowerCase().replaceAll('_', '-');
  const known = own(TLS_MODES, mode);
  if (known) return known;
  throw new UsageError('the database URL has an sslmode that is not known', {
    remedy: `Known are ${Object.keys(TLS_MODES).join(', ')}.`,
  });
}
