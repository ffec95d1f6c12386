import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { type Connection, measure, setUp } from './measure.ts';
import {
  FURTHER_STATEMENTS,
  MEASURED_STATEMENTS,
  type MeasuredStatement,
  type Measurement,
} from './postgresql-measured.ts';

type Open = () => Promise<Connection>;

async function pglite(): Promise<Connection> {
  const database = await PGlite.create();
  return {
    query: async (sql) => (await database.query<Record<string, unknown>>(sql)).rows,
    close: () => database.close(),
  };
}

/** A database of its own on the server that listens there. */
function onServer(host: string): Open {
  let count = 0;
  return async () => {
    count += 1;
    const database = `migdocs_locks_${process.pid}_${count}`;
    const admin = new pg.Client({ host, user: 'postgres', database: 'postgres' });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${database}`);
    const client = new pg.Client({ host, user: 'postgres', database });
    await client.connect();
    return {
      query: async (sql) => (await client.query<Record<string, unknown>>(sql)).rows,
      close: async () => {
        await client.end();
        await admin.query(`DROP DATABASE ${database}`);
        await admin.end();
      },
    };
  };
}

/** Statements that the same preparation came before, each list over a database of its own. */
const ALL = [...MEASURED_STATEMENTS, ...FURTHER_STATEMENTS];

const GROUPS = [...new Set(ALL.map(({ prepare }) => prepare))].map(
  (prepare) => [prepare, ALL.filter((one) => one.prepare === prepare)] as const,
);

async function measureAll(open: Open, statements: readonly MeasuredStatement[]) {
  const connection = await open();
  try {
    await setUp(connection);
    const prepare = statements[0]?.prepare ?? null;
    for (const sql of prepare?.split(/;\n/) ?? []) if (sql !== '') await connection.query(sql);
    const found: (readonly [string, Measurement])[] = [];
    for (const statement of statements) {
      found.push([statement.sql, await measure(connection, statement)]);
    }
    return found;
  } finally {
    await connection.close();
  }
}

const socket = process.env['MIGDOCS_PG_SOCKET'];

const RECORDED: ReadonlyMap<string, (statement: MeasuredStatement) => Measurement> = new Map([
  ['15', ({ postgresql15 }) => postgresql15],
  ['18', ({ postgresql18 }) => postgresql18],
]);

async function majorVersion(open: Open): Promise<string> {
  const connection = await open();
  const [row] = await connection.query('SHOW server_version');
  await connection.close();
  return String(row?.['server_version']).split('.')[0] ?? '';
}

const SERVERS: readonly (readonly [name: string, open: Open])[] = [
  ['PostgreSQL 18 in WebAssembly', pglite],
  ...(socket === undefined ? [] : [['the server of MIGDOCS_PG_SOCKET', onServer(socket)] as const]),
];

describe.each(SERVERS)('%s', async (_, open) => {
  const recorded = RECORDED.get(await majorVersion(open));

  test.skipIf(recorded === undefined).each(GROUPS)(
    'after %s each statement locks, rewrites and scans as it was recorded',
    async (_prepare, statements) => {
      const expected = statements.map((statement) => [statement.sql, recorded?.(statement)]);
      expect(await measureAll(open, statements)).toEqual(expected);
    },
    120_000,
  );
});
