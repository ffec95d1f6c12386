import type { Client, ClientConfig } from 'pg';
import { codeOf, withoutSecrets } from './connection-errors.ts';
import { StatementError, type SurveyConnection } from './session.ts';
import type { ServerTarget } from './target.ts';
import { openedWithTls, type Tls } from './tls.ts';

const CONNECT_TIMEOUT_MS = 15_000;

/** @throws {InputError} when the connection does not come about; the URL is in no message. */
export async function connectPostgresql(target: ServerTarget): Promise<SurveyConnection> {
  const { Client } = await import('pg').then(({ default: pg }) => pg);
  const open = async (tls: Tls | null): Promise<Client> => {
    const client = new Client({ ...configOf(target), ...(tls ? { ssl: tls } : {}) });
    // A connection that breaks between two statements makes the next one fail.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const client = await openedWithTls(target, open, offersNoTls);
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

/** The driver gives this error no code. */
function offersNoTls(error: unknown): boolean {
  return error instanceof Error && /does not support SSL/.test(error.message);
}

function statementError(error: unknown, target: ServerTarget): unknown {
  if (!(error instanceof Error)) return error;
  return new StatementError(codeOf(error), withoutSecrets(error.message, target.password));
}
