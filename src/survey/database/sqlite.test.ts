import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadSqlite, sqliteLibrary } from '../../sqlite/library.ts';
import type { ColumnCount } from './counts.ts';
import { surveyDatabase } from './index.ts';

let folder: string;
let path: string;

beforeAll(loadSqlite);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migdocs-survey-'));
  path = join(folder, 'production.sqlite3');
  writeFileSync(
    path,
    databaseOf(`
    CREATE TABLE users (id integer PRIMARY KEY, email text);
    CREATE INDEX by_email ON users (email);
    WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 400)
      INSERT INTO users SELECT x, CASE WHEN x % 4 = 0 THEN NULL ELSE 'u' || x END FROM n;
    CREATE TABLE "it's" (a);
    CREATE VIRTUAL TABLE notes USING fts5 (body);
    CREATE VIEW everyone AS SELECT * FROM users;`),
  );
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The file of a database that these statements make. */
function databaseOf(sql: string): Uint8Array {
  const { oo1, capi } = sqliteLibrary();
  const database = new oo1.DB(':memory:');
  database.exec(sql);
  const bytes = capi.sqlite3_js_db_export(database);
  database.close();
  // What writes a file leaves its release there; nothing wrote this one.
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(96, 3_045_001);
  return bytes;
}

function survey(columns: readonly ColumnCount[] = []) {
  return surveyDatabase(`sqlite3:${path}`, {
    columns,
    tables: null,
    schemas: null,
    limits: { statementTimeoutMs: 1000 },
    progress: () => undefined,
    announce: () => undefined,
    leftOut: () => undefined,
  });
}

describe('a survey of a file of SQLite', () => {
  test('counts the rows of its tables, and leaves out views and what an extension keeps', async () => {
    const { server, tables } = await survey();
    expect(server).toEqual({ name: 'sqlite', version: '3.45.1' });
    expect(tables).toMatchObject([
      { name: "it's", rows: 0, rowsAre: 'counted', indexes: [] },
      { name: 'users', rows: 400, rowsAre: 'counted', indexes: [{ name: 'by_email' }] },
    ]);
    expect(tables[1]?.bytes).toBeGreaterThanOrEqual(4096);
    expect(tables[1]?.indexBytes).toBe(tables[1]?.indexes[0]?.bytes);
  });

  test('counts columns', async () => {
    const { columns } = await survey([{ table: 'users', column: 'email', patterns: [] }]);
    expect(columns).toEqual([
      { table: 'users', column: 'email', rows: 400, nulls: 100, distinct: 300, longest: 4 },
    ]);
  });

  test('leaves the file as it is, also one that uses a write-ahead log', async () => {
    const bytes = readFileSync(path);
    bytes[18] = 2;
    bytes[19] = 2;
    writeFileSync(path, bytes);
    const { settings, tables } = await survey();
    expect(settings).toContainEqual({ name: 'journal_mode', value: 'wal' });
    expect(tables).toHaveLength(2);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });
});

describe('what cannot be surveyed is told', () => {
  test('a file of which a part is in the log beside it', async () => {
    writeFileSync(`${path}-wal`, 'frames');
    await expect(survey()).rejects.toMatchObject({
      message: expect.stringContaining('write-ahead log'),
      remedy: expect.stringContaining('.backup'),
    });
  });

  test('a file that is none of SQLite, that is damaged, that is not there', async () => {
    const bytes = readFileSync(path);
    writeFileSync(path, 'text');
    await expect(survey()).rejects.toThrow('is not a database of SQLite');
    writeFileSync(path, bytes.fill(0x55, 100, 4096));
    await expect(survey()).rejects.toThrow(/SQLite cannot read .*production\.sqlite3/);
    rmSync(path);
    await expect(survey()).rejects.toThrow('there is no such file');
  });

  test('a column that is not there, and a pattern', async () => {
    const emial = { table: 'users', column: 'emial', patterns: [] };
    await expect(survey([emial])).rejects.toThrow(/no such column: "emial"/);
    const pattern = { table: 'users', column: 'email', patterns: ['^u'] };
    await expect(survey([pattern])).rejects.toThrow('SQLite has no regular expressions');
  });
});
