import { UsageError } from '../../model/errors.ts';
import type { Survey } from '../../model/survey.ts';
import type { ServerCatalog, SurveyedServer } from './catalog.ts';
import { MARIADB_CATALOG } from './mariadb.ts';
import { MYSQL_CATALOG } from './mysql.ts';
import { POSTGRESQL_CATALOG } from './postgresql.ts';
import type { SurveyConnection } from './session.ts';
import { type SurveyRequest, surveyServer } from './survey.ts';
import { databaseTarget, type ServerTarget } from './target.ts';

const CATALOGS: { readonly [S in SurveyedServer]: ServerCatalog } = {
  postgresql: POSTGRESQL_CATALOG,
  mysql: MYSQL_CATALOG,
  mariadb: MARIADB_CATALOG,
};

/** What the survey knows of a server. */
export function catalogOf(server: SurveyedServer): ServerCatalog {
  return CATALOGS[server];
}

/**
 * Surveys the database of a URL.
 *
 * @throws {InputError} when it cannot be reached or refuses a query. No message holds a part of the URL.
 */
export async function surveyDatabase(url: string, request: SurveyRequest): Promise<Survey> {
  const target = databaseTarget(url);
  if (target.kind !== 'postgresql' && request.schemas !== null) {
    throw new UsageError('only PostgreSQL has schemas in a database', {
      remedy: 'Name the database in the URL, and its tables with --tables.',
    });
  }
  if (target.kind === 'sqlite') {
    const { surveySqlite } = await import('./sqlite.ts');
    return surveySqlite(target.path, request);
  }
  const connection = await CONNECT[target.kind](target);
  try {
    return await surveyServer(connection, await catalogFor(target.kind, connection), request);
  } finally {
    await connection.close();
  }
}

const CONNECT: {
  readonly [K in ServerTarget['kind']]: (target: ServerTarget) => Promise<SurveyConnection>;
} = {
  async postgresql(target) {
    const { connectPostgresql } = await import('./connect-postgresql.ts');
    return connectPostgresql(target);
  },
  async mysql(target) {
    const { connectMysql } = await import('./connect-mysql.ts');
    return connectMysql(target);
  },
};

/** MySQL and MariaDB share their URLs; MariaDB says so in its version. */
async function catalogFor(
  kind: ServerTarget['kind'],
  connection: SurveyConnection,
): Promise<ServerCatalog> {
  if (kind === 'postgresql') return POSTGRESQL_CATALOG;
  const rows = await connection.send({ sql: 'SELECT version() AS version', values: [] });
  return /mariadb/i.test(JSON.stringify(rows)) ? MARIADB_CATALOG : MYSQL_CATALOG;
}
