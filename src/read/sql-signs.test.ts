import { expect, test } from 'vitest';
import { signsOfEngineInSql } from './sql-signs.ts';

test.each([
  [
    'postgresql',
    "SET statement_timeout = 0;\nSELECT pg_catalog.set_config('search_path', '', false);",
  ],
  ['postgresql', 'CREATE TABLE a (\n  id bigserial primary key\n);'],
  ['mysql', '/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE */;'],
  ['mysql', 'CREATE TABLE `a` (\n  `id` int NOT NULL\n) ENGINE=InnoDB;'],
  ['sqlite', 'PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;'],
  ['sqlite', 'CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT);'],
])('the engine is told by its own words: %s', (engine, text) => {
  expect(signsOfEngineInSql(text)?.engine).toBe(engine);
});

test('SQL that runs on every engine tells none', () => {
  expect(signsOfEngineInSql('CREATE TABLE a (id integer NOT NULL, name varchar(20));')).toBeNull();
});

test('the sign is given as it stands in the text', () => {
  expect(signsOfEngineInSql('x\nCREATE EXTENSION hstore;')).toEqual({
    engine: 'postgresql',
    sign: 'CREATE EXTENSION',
  });
});
