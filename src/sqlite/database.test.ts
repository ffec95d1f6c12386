import { beforeAll, expect, test } from 'vitest';
import { SqliteDatabase } from './database.ts';
import { loadSqlite, withSqlite } from './library.ts';

beforeAll(loadSqlite);

function database(): SqliteDatabase {
  return new SqliteDatabase();
}

test('a statement that SQLite takes has no message, another has that of SQLite', () => {
  const own = database();
  expect(own.run('CREATE TABLE t (a int)')).toBeNull();
  expect(own.run('CREATE TABLE t (a int)')).toBe('table t already exists');
  expect(own.run('CREATE TABLE u (a int')).toBe('incomplete input');
  expect(own.rows('SELECT name FROM sqlite_schema WHERE type = ?', 'table')).toMatchObject([
    { name: 't' },
  ]);
});

test('a query without an end is stopped', () => {
  const endless =
    'CREATE TABLE t AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n';
  expect(database().run(endless)).toBe('it runs for too long');
});

test('views over views that double each time are stopped', () => {
  const own = database();
  own.run('CREATE TABLE v0 (a int)');
  for (let at = 1; at <= 16; at += 1) {
    own.run(`CREATE VIEW v${at} AS SELECT x.a FROM v${at - 1} x JOIN v${at - 1} y ON x.a = y.a`);
  }
  expect(own.run('CREATE TABLE t AS SELECT * FROM v16')).not.toBeNull();
});

test('a value that would fill the memory is refused', () => {
  expect(database().run('CREATE TABLE t AS SELECT zeroblob(1000000000) AS b')).toMatch(/too big/);
});

test('no other database is attached', () => {
  expect(database().run("ATTACH DATABASE '/etc/passwd' AS other")).toMatch(/attach/);
});

test('functions and collations of the application are stood in for', () => {
  const own = database();
  expect(own.run('CREATE TABLE t (a text COLLATE icu_de)')).toBeNull();
  expect(own.run('CREATE INDEX i ON t (unaccent(a))')).toBeNull();
});

test('text in double quotes is a string where no column has the name', () => {
  expect(database().run('CREATE TABLE t (a text CHECK (a <> "none"))')).toBeNull();
});

test('what needs SQLite runs once it is loaded', async () => {
  await expect(withSqlite(() => database().run('SELECT 1'))).resolves.toBeNull();
});
