import { readFileSync } from 'node:fs';
import { InputError } from '../../model/errors.ts';
import { connectionError } from './connection-errors.ts';
import type { ServerTarget } from './target.ts';

/** How a connection is encrypted, as both drivers take it. */
export interface Tls {
  readonly rejectUnauthorized: boolean;
  /** Text of the certificates to trust; left out for those of the system. */
  readonly ca?: string;
}

/**
 * Opens a connection as the URL wants it encrypted. Where it does not say, it is encrypted when the
 * server offers it, as `psql` does.
 *
 * @param open - opens a connection; null for one without encryption.
 * @param offersNone - whether an error says that the server has no encryption to offer.
 * @throws {InputError} when the connection does not come about.
 */
export async function openedWithTls<T>(
  target: ServerTarget,
  open: (tls: Tls | null) => Promise<T>,
  offersNone: (error: unknown) => boolean,
): Promise<T> {
  const tls = tlsOf(target);
  try {
    return await open(tls);
  } catch (error) {
    if (!offersNone(error)) throw connectionError(error);
    if (target.tls !== 'preferred') {
      throw new InputError(
        'cannot connect to the database: it offers no encryption, and the URL requires it',
      );
    }
  }
  try {
    return await open(null);
  } catch (error) {
    throw connectionError(error);
  }
}

function tlsOf({ tls, socket, certificates }: ServerTarget): Tls | null {
  if (tls === 'off' || socket !== null) return null;
  const rejectUnauthorized = tls === 'verified';
  return certificates === null
    ? { rejectUnauthorized }
    : { rejectUnauthorized, ca: readCertificates(certificates) };
}

function readCertificates(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new InputError('cannot read the certificates that the database URL names');
  }
}
