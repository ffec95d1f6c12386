import { createConnection } from 'mysql2/promise';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InputError } from '../../model/errors.ts';
import { migdocs } from '../../testing/command-line.ts';
import type { ColumnCount } from './counts.ts';
import { surveyDatabase } from './index.ts';
import type { SurveyRequest } from './survey.ts';

/** The servers are there where `.ci/rails/start` has run. */
const postgresql = process.env['MIGDOCS_PG_SOCKET'];
const mysql = process.env['MIGDOCS_MYSQL_SOCKET'];

const NAME = 'migdocs_survey_test';
const PASSWORD = 'hunter2-hunter2';

let leftOut: string[] = [];

function request(columns: readonly ColumnCount[] = [], timeout = 30_000): SurveyRequest {
  leftOut = [];
  return {
    columns,
    tables: null,
    schemas: null,
    limits: { statementTimeoutMs: timeout },
    progress: () => undefined,
    announce: () => undefined,
    leftOut: ({ needs }) => leftOut.push(needs),
  };
}

/** Whatever a failed survey says, to people and to whoever prints the error whole. */
async function failure(url: string): Promise<string> {
  try {
    await surveyDatabase(url, request());
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return `${error.report}\n${error.stack}\n${JSON.stringify(error)}`;
  }
  return 'surveyed';
}

describe.skipIf(postgresql === undefined)('a server of PostgreSQL', () => {
  const url = (user: string, database = NAME) =>
    `postgres://${user}@localhost/${database}?host=${postgresql}`;

  async function asOwner(database: string, sql: string): Promise<void> {
    const client = new Client({ host: postgresql ?? '', user: 'postgres', database });
    await client.connect();
    for (const statement of sql.split(';\n')) await client.query(statement);
    await client.end();
  }

  beforeAll(async () => {
    await asOwner('postgres', `DROP DATABASE IF EXISTS ${NAME};\nDROP ROLE IF EXISTS ${NAME}`);
    await asOwner('postgres', `CREATE DATABASE ${NAME};\nCREATE ROLE ${NAME} LOGIN`);
    await asOwner(
      NAME,
      `CREATE TABLE users (id bigint PRIMARY KEY, email text);
INSERT INTO users SELECT g, 'u' || g FROM generate_series(1, 2000) AS g;
ANALYZE users;
CREATE TABLE "odd ""name""" ("a b" int)`,
    );
  });

  afterAll(() => asOwner('postgres', `DROP DATABASE ${NAME};\nDROP ROLE ${NAME}`));

  test('is surveyed over its own driver', async () => {
    const email = { table: 'users', column: 'email', patterns: ['^u1\\d*$'] };
    const survey = await surveyDatabase(url('postgres'), request([email]));
    expect(survey.server.name).toBe('postgresql');
    expect(survey.activity.longTransactions).toBe(0);
    expect(survey.tables.map(({ name, rows }) => [name, rows])).toEqual([
      ['odd "name"', 0],
      ['users', 2000],
    ]);
    expect(survey.columns).toMatchObject([
      { rows: 2000, distinct: 2000, matching: [{ rows: 1111 }] },
    ]);
  });

  test('gives an account without rights the figures, and neither rows nor the work of others', async () => {
    const survey = await surveyDatabase(url(NAME), request());
    expect(survey.tables.find(({ name }) => name === 'users')?.rows).toBe(2000);
    expect(survey.activity.longTransactions).toBeNull();
    const email = { table: 'users', column: 'email', patterns: [] };
    await expect(surveyDatabase(url(NAME), request([email]))).rejects.toThrow(
      'the server stopped counting users.email: permission denied for table users',
    );
  });

  test('stops a count that takes too long', async () => {
    const email = { table: 'users', column: 'email', patterns: ['(a*)*(b*)*$'] };
    await asOwner(
      NAME,
      'INSERT INTO users SELECT g, repeat(md5(g::text), 400) FROM generate_series(10000, 14000) AS g',
    );
    await expect(surveyDatabase(url('postgres'), request([email], 1))).rejects.toMatchObject({
      message: expect.stringContaining('statement timeout'),
      remedy: expect.stringContaining('--statement-timeout'),
    });
  });

  test('does not wait behind a migration', async () => {
    const client = new Client({ host: postgresql ?? '', user: 'postgres', database: NAME });
    await client.connect();
    await client.query('BEGIN; LOCK TABLE users IN ACCESS EXCLUSIVE MODE');
    const told = surveyDatabase(url('postgres'), request());
    await expect(told).rejects.toMatchObject({
      message: expect.stringContaining('lock timeout'),
      remedy: expect.stringContaining('A migration may be running'),
    });
    await client.end();
  });

  test('a database that is not there is told without its name', async () => {
    const told = await failure(url('postgres', `${NAME}_${PASSWORD}`));
    expect(told).toContain('it has no database of that name');
    expect(told).not.toContain(PASSWORD);
  });

  test('ends its connection, also after an error', async () => {
    await failure(url(`${NAME}_nobody`));
    await surveyDatabase(url('postgres'), request());
    const client = new Client({ host: postgresql ?? '', user: 'postgres', database: 'postgres' });
    await client.connect();
    const left = `SELECT count(*)::int AS left FROM pg_stat_activity WHERE application_name = 'migdocs' AND datname = '${NAME}'`;
    await expect
      .poll(async () => (await client.query<{ left: number }>(left)).rows[0]?.left)
      .toBe(0);
    await client.end();
  });
});

describe.skipIf(mysql === undefined)('a server of MariaDB', () => {
  const url = (user: string, password: string | null) =>
    `mysql2://${user}${password === null ? '' : `:${password}`}@localhost/${NAME}?socket=${mysql}`;

  async function asOwner(...statements: readonly string[]): Promise<void> {
    const connection = await createConnection({ socketPath: mysql ?? '', user: 'root' });
    for (const sql of statements) await connection.query(sql);
    await connection.end();
  }

  const CLEAN = [`DROP DATABASE IF EXISTS ${NAME}`, `DROP USER IF EXISTS ${NAME}@localhost`];

  beforeAll(() =>
    asOwner(
      ...CLEAN,
      `CREATE DATABASE ${NAME}`,
      `CREATE USER ${NAME}@localhost IDENTIFIED BY '${PASSWORD}'`,
      `GRANT SELECT ON ${NAME}.* TO ${NAME}@localhost`,
      `CREATE TABLE ${NAME}.users (id bigint PRIMARY KEY, email varchar(255), raw blob, KEY by_email (email)) PARTITION BY HASH (id) PARTITIONS 3`,
      `INSERT INTO ${NAME}.users SELECT seq, IF(seq % 10 = 0, NULL, concat('ü', seq)), 'abc' FROM ${NAME}.seq_1_to_2000`,
      `ANALYZE TABLE ${NAME}.users`,
    ),
  );

  afterAll(() => asOwner(...CLEAN));

  test('is surveyed over its own driver', async () => {
    const columns = [
      { table: 'users', column: 'email', patterns: ['^ü1[0-9]*$'] },
      { table: 'users', column: 'raw', patterns: [] },
    ];
    const survey = await surveyDatabase(url('root', null), request(columns));
    expect(leftOut).toEqual([]);
    expect(survey.server).toMatchObject({
      name: 'mariadb',
      version: expect.stringMatching(/^\d+\./),
    });
    expect(survey.settings).toContainEqual({ name: 'foreign_key_checks', value: 'ON' });
    expect(survey.settings.find(({ name }) => name === 'max_statement_time')?.value).toMatch(
      /^0\b/,
    );
    expect(survey.activity.longTransactions).toBe(0);
    expect(survey.tables).toMatchObject([
      { name: 'users', rows: 2000, rowsAre: 'counted', analyzedAt: expect.any(String) },
    ]);
    expect(survey.tables[0]?.indexes).toMatchObject([{ name: 'PRIMARY' }, { name: 'by_email' }]);
    expect(survey.tables[0]?.indexes[1]?.bytes).toBeGreaterThan(16_000);
    expect(survey.columns).toEqual([
      {
        table: 'users',
        column: 'email',
        rows: 2000,
        nulls: 200,
        distinct: 1800,
        longest: 5,
        matching: [{ pattern: '^ü1[0-9]*$', rows: 1000 }],
      },
      { table: 'users', column: 'raw', rows: 2000, nulls: 0, distinct: 1, longest: 3 },
    ]);
  });

  test('leaves out what the account may not see, and says what it needs', async () => {
    const survey = await surveyDatabase(url(NAME, PASSWORD), request());
    expect(survey.tables).toMatchObject([{ name: 'users', analyzedAt: null }]);
    expect(survey.activity.longTransactions).toBeNull();
    expect(leftOut).toEqual([
      'SELECT on performance_schema',
      'SELECT on performance_schema',
      'SELECT on mysql.innodb_table_stats',
      'SELECT on mysql.innodb_index_stats',
      'PROCESS',
    ]);
  });

  test('a count that is denied or takes too long is told without the account', async () => {
    const email = { table: 'users', column: 'email', patterns: ['^(a|b|ü)*(1|2)*$'] };
    await asOwner(
      `REVOKE SELECT ON ${NAME}.* FROM ${NAME}@localhost`,
      `GRANT INSERT ON ${NAME}.* TO ${NAME}@localhost`,
    );
    await expect(surveyDatabase(url(NAME, PASSWORD), request([email]))).rejects.toThrow(
      /^the server stopped counting users\.email: SELECT command denied to the account for table/,
    );
    await expect(surveyDatabase(url('root', null), request([email], 1))).rejects.toMatchObject({
      remedy: expect.stringContaining('--statement-timeout'),
    });
  });

  test('a wrong password is told without the password', async () => {
    const told = await failure(url(NAME, `wrong-${PASSWORD}`));
    expect(told).toContain('it refuses the user or the password');
    expect(told).not.toContain(PASSWORD);
  });

  test('the command line shows no part of the URL either', async () => {
    const { exitCode, stdout, stderr } = await migdocs(
      ...['survey', '--database-url', url(NAME, `wrong-${PASSWORD}`), '--out', '/nowhere/x.json'],
    );
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      'error: cannot connect to the database: it refuses the user or the password\n',
    );
  });
});
