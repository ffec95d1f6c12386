import type { Survey } from '../../model/survey.ts';
import type { ServerCatalog } from './catalog.ts';
import { MARIADB_CATALOG } from './mariadb.ts';
import { MYSQL_CATALOG } from './mysql.ts';
import { POSTGRESQL_CATALOG } from './postgresql.ts';
import type { SurveyConnection } from './session.ts';
import { type SurveyRequest, surveyServer } from './survey.ts';
import { databaseTarget } from './target.ts';

/**
 * Surveys the database of a URL.
 *
 * @throws {InputError} when it cannot be reached or refuses a query. No message holds a part of the URL.
 */
export async function surveyDatabase(url: string, request: SurveyRequest): Promise<Survey> {
  const target = databaseTarget(url);
  if (target.kind === 'sqlite') {
    const { surveySqlite } = await import('./sqlite.ts');
    return surveySqlite(target.path, request);
  }
  const { connect, catalog } = SERVERS[target.kind];
  const connection = await (await connect())(target);
  try {
    return await surveyServer(connection, await catalog(connection), request);
  } finally {
    await connection.close();
  }
}

const SERVERS = {
  postgresql: {
    connect: async () => (await import('./connect-postgresql.ts')).connectPostgresql,
    catalog: async () => POSTGRESQL_CATALOG,
  },
  mysql: {
    connect: async () => (await import('./connect-mysql.ts')).connectMysql,
    catalog: catalogOfFamily,
  },
};

/** MySQL and MariaDB share their URLs; MariaDB says so in its version. */
async function catalogOfFamily(connection: SurveyConnection): Promise<ServerCatalog> {
  const rows = await connection.send({ sql: 'SELECT version() AS version', values: [] });
  return /mariadb/i.test(JSON.stringify(rows)) ? MARIADB_CATALOG : MYSQL_CATALOG;
}
