import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import type { Client, ClientConfig } from 'pg';
import { InputError } from '../../model/errors.ts';
import { codeOf, connectionError, withoutSecrets } from './connection-errors.ts';
import { StatementError, type SurveyConnection } from './session.ts';
import type { ServerTarget } from './target.ts';

const CONNECT_TIMEOUT_MS = 15_000;

/** @throws {InputError} when the connection does not come about; the URL is in no message. */
export async function connectPostgresql(target: ServerTarget): Promise<SurveyConnection> {
  const { Client } = await import('pg').then(({ default: pg }) => pg);
  const open = async (ssl: ClientConfig['ssl']): Promise<Client> => {
    const client = new Client({ ...configOf(target), ...(ssl ? { ssl } : {}) });
    // A connection that breaks between two statements makes the next one fail.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const client = await opened(target, open);
  return {
    async send({ sql, values }) {
      // The extended protocol takes one statement: the server refuses a second one in the text.
      const query = { text: sql, values: [...values], queryMode: 'extended' };
      try {
        return (await client.query<object>(query)).rows;
      } catch (error) {
        throw statementError(error, target);
      }
    },
    close: () => client.end(),
  };
}

async function opened(
  target: ServerTarget,
  open: (ssl: ClientConfig['ssl']) => Promise<Client>,
): Promise<Client> {
  const ssl = tlsOf(target);
  try {
    return await open(ssl);
  } catch (error) {
    if (!offersNoTls(error)) throw connectionError(error);
    if (target.tls !== 'preferred') throw connectionError(new NoEncryption());
  }
  try {
    return await open(false);
  } catch (error) {
    throw connectionError(error);
  }
}

function configOf(target: ServerTarget): ClientConfig {
  return {
    host: target.socket ?? target.host,
    database: target.database,
    application_name: 'migdocs',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    ...(target.port === null ? {} : { port: target.port }),
    ...(target.user === null ? {} : { user: target.user }),
    ...(target.password === null ? {} : { password: target.password }),
  };
}

/** TLS as the URL asks for it; false for none. */
export function tlsOf({ tls, socket, certificates }: ServerTarget): ConnectionOptions | false {
  if (tls === 'off' || socket !== null) return false;
  const ca = certificates === null ? {} : { ca: readCertificates(certificates) };
  return { rejectUnauthorized: tls === 'verified', ...ca };
}

function readCertificates(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new InputError('cannot read the certificates that the database URL names');
  }
}

/** The driver gives this error no code; it has that of MySQL's driver. */
class NoEncryption extends Error {
  readonly code = 'HANDSHAKE_NO_SSL_SUPPORT';
}

function offersNoTls(error: unknown): boolean {
  return error instanceof Error && /does not support SSL/.test(error.message);
}

function statementError(error: unknown, target: ServerTarget): unknown {
  if (!(error instanceof Error)) return error;
  return new StatementError(codeOf(error), withoutSecrets(error.message, target.password));
}
