import type { ConnectionOptions } from 'mysql2/promise';
import { codeOf, withoutSecrets } from './connection-errors.ts';
import { StatementError, type SurveyConnection } from './session.ts';
import type { ServerTarget } from './target.ts';
import { openedWithTls, type Tls } from './tls.ts';

const CONNECT_TIMEOUT_MS = 15_000;

/** @throws {InputError} when the connection does not come about; the URL is in no message. */
export async function connectMysql(target: ServerTarget): Promise<SurveyConnection> {
  const { createConnection } = await import('mysql2/promise');
  const connection = await openedWithTls(
    target,
    (tls) => createConnection(optionsOf(target, tls)),
    (error) => codeOf(error) === 'HANDSHAKE_NO_SSL_SUPPORT',
  );
  return {
    async send({ sql, values }) {
      try {
        // A prepared statement takes one statement, and its values as such. The few that begin and
        // end the transaction have none, and not all of them can be prepared.
        const [rows] = /^select/i.test(sql.trimStart())
          ? await connection.execute(sql, values.map(textOrNull))
          : await connection.query(sql);
        return Array.isArray(rows) ? rows : [];
      } catch (error) {
        throw statementError(error, target);
      }
    },
    close: () => connection.end(),
  };
}

function textOrNull(value: string | null | readonly string[]): string | null {
  return typeof value === 'string' ? value : null;
}

function optionsOf(target: ServerTarget, tls: Tls | null): ConnectionOptions {
  const place =
    target.socket === null
      ? { host: target.host, port: target.port ?? 3306 }
      : { socketPath: target.socket };
  return {
    ...place,
    database: target.database,
    connectTimeout: CONNECT_TIMEOUT_MS,
    connectAttributes: { program_name: 'migdocs' },
    supportBigNumbers: true,
    bigNumberStrings: true,
    dateStrings: true,
    ...(target.user === null ? {} : { user: target.user }),
    ...(target.password === null ? {} : { password: target.password }),
    ...(tls === null ? {} : { ssl: tls }),
  };
}

function statementError(error: unknown, target: ServerTarget): unknown {
  if (!(error instanceof Error)) return error;
  const number = 'errno' in error && typeof error.errno === 'number' ? String(error.errno) : '';
  const message = withoutSecrets(error.message, target.password);
  return new StatementError(number, message);
}
