import { InputError } from '../../model/errors.ts';
import { own } from '../../model/own.ts';

/**
 * What keeps a connection from coming about, by the code of the system, of PostgreSQL or of MySQL.
 * The driver's own message is not shown: it repeats parts of the URL.
 */
const REASONS: { readonly [code: string]: string } = {
  ECONNREFUSED: 'nothing answers at its host and port',
  ECONNRESET: 'the connection was closed',
  EPIPE: 'the connection was closed',
  ENOENT: 'its socket is not there',
  EACCES: 'its socket may not be used',
  ENOTFOUND: 'its host is not known',
  EAI_AGAIN: 'its host cannot be looked up now',
  EHOSTUNREACH: 'its host cannot be reached',
  ENETUNREACH: 'its host cannot be reached',
  ETIMEDOUT: 'it does not answer in time',
  PROTOCOL_CONNECTION_LOST: 'the connection was closed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted; name the authority with sslrootcert',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'its certificate is not trusted; name the authority with sslrootcert',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'its certificate is not trusted; name the authority with sslrootcert',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is of another host',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  '28P01': 'it refuses the user or the password',
  '28000': 'it refuses the user, or wants an encrypted connection (sslmode=require)',
  '3D000': 'it has no database of that name',
  '42501': 'the user may not connect to the database',
  '53300': 'it has no connection left',
  '57P03': 'it is starting up or shutting down',
  ER_ACCESS_DENIED_ERROR: 'it refuses the user or the password',
  ER_DBACCESS_DENIED_ERROR: 'the user may not use the database',
  ER_BAD_DB_ERROR: 'it has no database of that name',
  ER_CON_COUNT_ERROR: 'it has no connection left',
  ER_HOST_NOT_PRIVILEGED: 'it does not allow connections from here',
};

/** The error of a connection that did not come about, without a word of the URL. */
export function connectionError(error: unknown): InputError {
  const code = codeOf(error);
  const reason = own(REASONS, code);
  return new InputError(
    `cannot connect to the database: ${reason ?? `the driver reports ${shown(code)}`}`,
  );
}

/** The code of a driver's error; empty when it has none. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  // Node tries each address of a host, and puts the errors together.
  return error instanceof AggregateError ? codeOf(error.errors[0]) : '';
}

/** Codes are short words; whatever else a driver puts there stays untold. */
function shown(code: string): string {
  return /^[A-Z0-9_]{3,60}$/.test(code) ? code : 'an error without a code';
}

/** MySQL names the account in what it denies: `to user 'app'@'10.0.0.7'`. */
const ACCOUNT = /(?:user )?'[^']*'@'[^']*'/g;

/** What a server says of a statement, without the password and the account, should it repeat them. */
export function withoutSecrets(message: string, password: string | null): string {
  const text = password ? message.replaceAll(password, '…') : message;
  return text.replace(ACCOUNT, 'the account');
}
