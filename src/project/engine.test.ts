import { expect, test } from 'vitest';
import { chooseEngine } from './engine.ts';

function chosen(schemaText: string, version: string | null = null) {
  return chooseEngine({
    read: () => null,
    stated: null,
    version: version === null ? null : { version, by: 'migdocs.yml' },
    database: null,
    schemaPath: 'dump.sql',
    schemaText,
  });
}

const PG_DUMP = `--
-- PostgreSQL database dump
--

-- Dumped from database version 15.4 (Debian 15.4-1)
-- Dumped by pg_dump version 16.1
`;

test('a dump tells its engine, and in its head the version of the server', () => {
  expect(chosen(PG_DUMP)).toEqual({
    engine: 'postgresql',
    version: '15.4',
    decidedBy: 'dump.sql shows -- PostgreSQL database dump',
    server: { name: 'postgresql', version: [15, 4], decidedBy: 'dump.sql says so' },
  });
});

test('mysqldump names the version of the server as well', () => {
  expect(chosen('-- MySQL dump 10.13\n--\n-- Server version\t8.0.36\n').version).toBe('8.0.36');
});

test('a version of MariaDB is a server of its own, on the engine of MySQL', () => {
  const head = '-- MariaDB dump 10.19\n--\n-- Server version\t10.11.6-MariaDB-0+deb12u1\n';
  expect(chosen(head)).toMatchObject({
    engine: 'mysql',
    server: { name: 'mariadb', version: [10, 11, 6] },
  });
});

test.each([
  ['10.11', 'mariadb'],
  ['11.4.2', 'mariadb'],
  ['8.0.36', 'mysql'],
  ['9.4', 'mysql'],
] as const)(
  'a stated version %s on the engine of MySQL is of %s, by its number',
  (version, name) => {
    const { server } = chosen('-- MySQL dump 10.13\n', version);
    expect(server.name).toBe(name);
  },
);

test('what the configuration says goes before the dump', () => {
  expect(chosen(PG_DUMP, '17').version).toBe('17');
});

test('a version in a comment further down is none of the server', () => {
  const text = `SELECT pg_catalog.set_config('search_path', '', false);\n${'-- x\n'.repeat(900)}`;
  expect(chosen(`${text}-- Dumped from database version 9.6`).version).toBeNull();
});

test.each(['banana', '15.4', '2.8', 'PostgreSQL 15.4'])(
  'a stated version %s is none of SQLite',
  (version) => {
    const lite = 'CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT);\n';
    expect(() => chosen(lite, version)).toThrow(
      `migdocs.yml says "${version}", which is no version of SQLite`,
    );
  },
);

test('MySQL is no version of PostgreSQL', () => {
  expect(() => chosen(PG_DUMP, '8.0.36')).toThrow('which is no version of PostgreSQL');
});
