import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ColumnCount } from './counts.ts';
import { POSTGRESQL_CATALOG } from './postgresql.ts';
import { StatementError, type SurveyConnection, SurveySession } from './session.ts';
import { type SurveyRequest, surveyServer } from './survey.ts';

const LIMITS = { statementTimeoutMs: 30_000 };

let database: PGlite;
let sent: string[];
let announced: string[];

beforeAll(async () => {
  database = await PGlite.create();
  await database.exec(`
    CREATE TABLE users (id bigint PRIMARY KEY, email varchar(255), doc json, raw bytea);
    CREATE INDEX index_users_on_email ON users (email);
    INSERT INTO users SELECT g, CASE WHEN g % 10 = 0 THEN NULL ELSE 'u' || g || '@example.org' END, '{}', '\\x010203'
      FROM generate_series(1, 500) AS g;
    CREATE TABLE fresh AS SELECT g FROM generate_series(1, 100) AS g;
    CREATE SCHEMA app;
    CREATE TABLE app.notes (note text);
    CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
    CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
    INSERT INTO events SELECT g, '2026-01-05' FROM generate_series(1, 40) AS g;
    CREATE VIEW everyone AS SELECT id FROM users;
    CREATE PUBLICATION feed FOR TABLE users;
    ANALYZE users, events;
    CREATE FUNCTION public.now() RETURNS timestamptz LANGUAGE sql AS $$ SELECT timestamptz '1999-01-01' $$;
  `);
}, 60_000);

afterAll(() => database.close());

beforeEach(() => {
  sent = [];
  announced = [];
});

/** PGlite in the place of a server; what is sent is kept. */
function connection(): SurveyConnection {
  return {
    async send({ sql, values }) {
      sent.push(sql);
      try {
        return (await database.query<object>(sql, [...values])).rows;
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        throw new StatementError(code, error instanceof Error ? error.message : String(error));
      }
    },
    close: async () => undefined,
  };
}

async function survey(columns: readonly ColumnCount[] = [], rest: Partial<SurveyRequest> = {}) {
  try {
    return await surveyServer(connection(), POSTGRESQL_CATALOG, {
      columns,
      tables: null,
      schemas: null,
      limits: LIMITS,
      progress: () => undefined,
      announce: (counts) => {
        announced.push(...counts, `after ${sent.length}`);
      },
      leftOut: () => undefined,
      ...rest,
    });
  } finally {
    await database.exec('ROLLBACK');
  }
}

describe('a survey of PostgreSQL', () => {
  test('holds server, settings and what goes on', async () => {
    const { server, settings, activity, takenAt } = await survey();
    expect(server.name).toBe('postgresql');
    expect(server.version).toMatch(/^1\d\./);
    expect(settings).toContainEqual({ name: 'autovacuum', value: expect.any(String) });
    expect(activity).toMatchObject({ publications: 1, longTransactions: 0, logicalSlots: 0 });
    expect(takenAt).toMatch(/^20[23]\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  test('tells the time limits of the account, and not those that it sets itself', async () => {
    const { settings } = await survey();
    expect(sent).toContain('SET LOCAL lock_timeout = 2000');
    expect(settings).toContainEqual({ name: 'lock_timeout', value: '0' });
  });

  test('estimates rows from statistics, and says where there are none', async () => {
    const { tables } = await survey();
    const rows = Object.fromEntries(tables.map((table) => [table.name, table]));
    expect(rows['users']).toMatchObject({ rows: 500, rowsAre: 'estimated' });
    expect(rows['users']?.bytes).toBeGreaterThan(20_000);
    expect(rows['users']?.indexes.map(({ name }) => name)).toEqual([
      'index_users_on_email',
      'users_pkey',
    ]);
    expect(rows['fresh']).toMatchObject({ rows: null, indexes: [] });
    expect(rows['app.notes']).toMatchObject({ rows: 0 });
    expect(rows['events']).toMatchObject({ rows: 40 });
  });

  test('follows a table that has grown since ANALYZE', async () => {
    await database.exec('CREATE TABLE grown AS SELECT g FROM generate_series(1, 10000) AS g');
    await database.exec(
      'ANALYZE grown; INSERT INTO grown SELECT g FROM generate_series(1, 30000) AS g',
    );
    const { tables } = await survey([], { tables: ['grown'] });
    await database.exec('DROP TABLE grown');
    expect(tables).toHaveLength(1);
    // As many pages stand behind the first rows as the server makes at once: it is an estimate.
    expect(tables[0]?.rows).toBeGreaterThan(25_000);
    expect(tables[0]?.rows).toBeLessThan(45_000);
  });

  test('can be of some schemas and some tables alone', async () => {
    expect((await survey([], { schemas: ['app'] })).tables.map(({ name }) => name)).toEqual([
      'app.notes',
    ]);
    expect((await survey([], { tables: ['users'] })).tables.map(({ name }) => name)).toEqual([
      'users',
    ]);
  });

  test('counts the columns that are named, without a value', async () => {
    const { columns, tables } = await survey([
      { table: 'users', column: 'raw', patterns: [] },
      { table: 'users', column: 'doc', patterns: [] },
      { table: 'users', column: 'email', patterns: ['^u1', "'; DROP TABLE users; --"] },
      { table: 'app.notes', column: 'note', patterns: [] },
    ]);
    expect(columns).toEqual([
      { table: 'app.notes', column: 'note', rows: 0, nulls: 0, distinct: 0, longest: null },
      { table: 'users', column: 'doc', rows: 500, nulls: 0, longest: 2 },
      {
        table: 'users',
        column: 'email',
        rows: 500,
        nulls: 50,
        distinct: 450,
        longest: 16,
        matching: [
          { pattern: '^u1', rows: 100 },
          { pattern: "'; DROP TABLE users; --", rows: 0 },
        ],
      },
      { table: 'users', column: 'raw', rows: 500, nulls: 0, distinct: 1, longest: 3 },
    ]);
    expect(tables.find(({ name }) => name === 'users')?.rowsAre).toBe('counted');
  });

  test('names every count before it sends the first', async () => {
    await survey([
      { table: 'users', column: 'id', patterns: [] },
      { table: 'users', column: 'email', patterns: ['@'] },
    ]);
    const counts = sent.filter((sql) => sql.includes('FROM "public"."users"'));
    expect(counts).toHaveLength(2);
    expect(announced.slice(0, 2)).toEqual([counts[0], `${counts[1]}\n  with "@"`]);
    expect(announced[2]).toBe(`after ${sent.indexOf(counts[0] ?? '')}`);
  });

  test.each([
    [
      { table: 'users', column: 'emial', patterns: [] },
      'users has no column emial; did you mean email?',
    ],
    [{ table: 'user', column: 'email', patterns: [] }, 'the database has no table user,'],
    [{ table: 'everyone', column: 'id', patterns: [] }, 'the database has no table everyone,'],
  ])('a count of %j is refused before any is sent', async (column, message) => {
    await expect(survey([column])).rejects.toThrow(message);
    expect(announced).toEqual([]);
  });

  test('a pattern that the server cannot read is told with the column', async () => {
    const counted = survey([{ table: 'users', column: 'email', patterns: ['('] }]);
    await expect(counted).rejects.toThrow(/the server stopped counting users\.email: .*parenthes/);
  });

  test('runs in one read-only transaction, which it rolls back', async () => {
    await survey();
    expect(sent[0]).toBe('BEGIN READ ONLY');
    expect(sent.at(-1)).toBe('ROLLBACK');
    expect(sent.filter((sql) => /^(BEGIN|ROLLBACK|COMMIT)/.test(sql))).toHaveLength(2);
    expect(sent).toContain('SET LOCAL statement_timeout = 30000');
  });
});

describe('the transaction itself', () => {
  test('lets nothing be written, should a statement get past the guard', async () => {
    const raw = connection();
    await SurveySession.begin(raw, POSTGRESQL_CATALOG, LIMITS);
    const write = raw.send({ sql: 'DELETE FROM public.users', values: [] });
    await expect(write).rejects.toMatchObject({ code: '25006' });
    await database.exec('ROLLBACK');
  });

  test('finds no function that someone put into another schema', async () => {
    const { takenAt } = await survey();
    expect(takenAt).not.toMatch(/^1999/);
  });
});
