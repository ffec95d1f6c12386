import { describe, expect, test } from 'vitest';
import type { ServerCatalog } from './catalog.ts';
import { countedType, countStatement, quotedTable } from './counts.ts';
import { assertPlainSelect, RefusedStatement } from './guard.ts';
import { MARIADB_CATALOG } from './mariadb.ts';
import { MYSQL_CATALOG } from './mysql.ts';
import { POSTGRESQL_CATALOG } from './postgresql.ts';

const CATALOGS = [POSTGRESQL_CATALOG, MYSQL_CATALOG, MARIADB_CATALOG];

function refusal(sql: string, catalog: ServerCatalog, tables: readonly string[] = []): string {
  try {
    assertPlainSelect(sql, catalog, tables);
  } catch (error) {
    if (error instanceof RefusedStatement) return error.message;
    throw error;
  }
  return 'sent';
}

describe.each(CATALOGS)('the guard of $server', (catalog) => {
  test.each(catalog.queries)('lets the query of $about through', ({ sql }) => {
    expect(refusal(sql, catalog)).toBe('sent');
  });

  test('lets the query of types through', () => {
    expect(refusal(catalog.typesOf(['users']).sql, catalog)).toBe('sent');
  });

  test('lets a count through on the table that it names, and on no other', () => {
    const count = { table: 'users', column: "e'mail", patterns: ['^a', 'b$'] };
    const { sql } = countStatement(catalog.server, count, countedType(null));
    expect(refusal(sql, catalog, [quotedTable(catalog.server, 'users')])).toBe('sent');
    expect(refusal(sql, catalog, [quotedTable(catalog.server, 'orders')])).toMatch(/it reads/);
  });

  test('lets through no more than is needed: every catalog and function is used', () => {
    const texts = [
      ...catalog.queries.map(({ sql }) => sql),
      catalog.typesOf([]).sql,
      countStatement(
        catalog.server,
        { table: 't', column: 'c', patterns: ['p'] },
        countedType(null),
      ).sql,
    ].join('\n');
    const unused = [...catalog.relations, ...catalog.functions.map((name) => `${name}(`)];
    expect(unused.filter((name) => !texts.includes(name))).toEqual([]);
  });
});

const USERS = '"public"."users"';

describe('PostgreSQL: refused before it is sent', () => {
  test.each([
    ['DELETE FROM "public"."users"', /no SELECT/],
    ['SELECT count(*) FROM "public"."users" FOR UPDATE', /FOR has no place/],
    ['SELECT "id" FROM "public"."users" AS u FOR NO KEY UPDATE', /FOR has no place/],
    ['SELECT count(*) INTO copied FROM "public"."users"', /INTO has no place/],
    ['SELECT 1; DELETE FROM "public"."users"', /signs/],
    ['SELECT pg_terminate_backend(1)', /calls pg_terminate_backend/],
    ['SELECT "pg_terminate_backend"(1)', /calls "pg_terminate_backend"/],
    ['SELECT pg_catalog.pg_terminate_backend(1)', /calls pg_terminate_backend/],
    ['SELECT pg_catalog.now(1)', /calls now/],
    ["SELECT set_config('a.b', 'c', false)", /calls set_config/],
    ["SELECT nextval('users_id_seq')", /calls nextval/],
    ["SELECT pg_read_file('/etc/passwd')", /calls pg_read_file/],
    ["SELECT lo_import('/etc/passwd')", /calls lo_import/],
    ['SELECT pg_advisory_lock(1)', /calls pg_advisory_lock/],
    ['SELECT pg_sleep(1)', /calls pg_sleep/],
    ["COPY users TO PROGRAM 'sh'", /no SELECT/],
    ["SELECT count(*) FROM dblink('x', 'DELETE FROM users')", /it reads dblink/],
    ["SELECT count(*) FROM pg_catalog.query_to_xml('DELETE FROM users')", /it reads/],
    ["SELECT query_to_xml('DELETE FROM users', true, false, '')", /calls query_to_xml/],
    ['WITH d AS (DELETE FROM users RETURNING 1) SELECT count(*) FROM d', /no SELECT/],
    ['SELECT (WITH d AS (SELECT 1) SELECT 1)', /WITH has no place/],
    ['SELECT count(*) FROM secrets', /it reads secrets/],
    ['SELECT count(*) FROM pg_catalog.pg_authid', /it reads pg_catalog.pg_authid/],
    ['SELECT count(*) FROM pg_class', /it reads pg_class/],
    ['SELECT count(*) FROM "public"."users", secrets', /side by side/],
    ['SELECT count(*) FROM "public"."users" JOIN secrets ON true', /it reads secrets/],
    ['SELECT count(*) FROM "public"."users" NATURAL JOIN secrets', /not expected/],
    ['SELECT 1 UNION ALL TABLE secrets', /TABLE has no place/],
    ['SELECT 1 UNION ALL (TABLE secrets)', /TABLE has no place/],
    ['SELECT count(*) FROM ONLY secrets', /it reads only/],
    ['SELECT (SELECT count(*) FROM secrets)', /it reads secrets/],
    ['SELECT 1 WHERE 1 IN (SELECT 1 FROM secrets)', /it reads secrets/],
    ['SELECT 1 /* SELECT */', /signs/],
    ['SELECT 1 -- rest', /signs/],
    ["SELECT E'\\'' FROM secrets", /signs/],
    ["SELECT E'a'", /not expected/],
    ["SELECT $$a$$ || 'b'", /signs/],
    ["SELECT 'users'::regclass", /casts to regclass/],
    ['SELECT (1', /left open/],
    ['SELECT 1)', /not opened/],
    ["SELECT 'open", /signs/],
    ['SELECT x FROM', /it reads the end/],
    ['', /no SELECT/],
    ['EXPLAIN ANALYZE SELECT 1', /no SELECT/],
  ])('%s', (sql, reason) => {
    expect(refusal(sql, POSTGRESQL_CATALOG, [USERS])).toMatch(reason);
  });
});

describe.each([MYSQL_CATALOG, MARIADB_CATALOG])('$server: refused before it is sent', (catalog) => {
  test.each([
    ['DELETE FROM `users`', /no SELECT/],
    ['SELECT count(*) FROM `users` FOR UPDATE', /FOR has no place/],
    ['SELECT count(*) FROM `users` LOCK IN SHARE MODE', /LOCK has no place/],
    ["SELECT `email` INTO OUTFILE '/tmp/x' FROM `users`", /INTO has no place/],
    ["SELECT `email` FROM `users` INTO DUMPFILE '/tmp/x'", /INTO has no place/],
    ["SELECT load_file('/etc/passwd')", /calls load_file/],
    ['SELECT sleep(10)', /calls sleep/],
    ["SELECT get_lock('a', 1)", /calls get_lock/],
    ['SELECT benchmark(1000000, md5(1))', /calls benchmark/],
    ['SELECT @a := 1', /signs/],
    ['SELECT @@datadir', /signs/],
    ['SELECT 1 /*! INTO OUTFILE 1 */', /signs/],
    ['SELECT 1 # rest', /signs/],
    ['SELECT 1; DROP TABLE users', /signs/],
    ["SELECT 'a\\' FROM secrets WHERE 'b'", /signs/],
    ['SELECT "a"', /signs/],
    ['SELECT count(*) FROM mysql.user', /it reads mysql.user/],
    ['SELECT count(*) FROM `users` STRAIGHT_JOIN secrets', /not expected/],
    ['SELECT count(*) FROM `users` AS u STRAIGHT_JOIN secrets', /not expected/],
    ['SELECT 1 PROCEDURE ANALYSE()', /PROCEDURE has no place/],
  ])('%s', (sql, reason) => {
    expect(refusal(sql, catalog, ['`users`'])).toMatch(reason);
  });
});
