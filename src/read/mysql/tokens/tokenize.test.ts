import { expect, test } from 'vitest';
import type { MysqlServer } from '../server.ts';
import { shownText } from './shown-text.ts';
import { tokenize } from './tokenize.ts';

const MYSQL: MysqlServer = { name: 'mysql', version: 80036, atLeast: 80036 };
const MARIADB: MysqlServer = { name: 'mariadb', version: 101106, atLeast: 101106 };
const UNKNOWN: MysqlServer = { name: null, version: null, atLeast: null };

function tokens(sql: string, server = UNKNOWN): readonly string[] {
  return tokenize(sql, 0, sql.length, server).tokens.map(({ kind, value }) => `${kind} ${value}`);
}

test.each([
  ['a.b', ['word a', 'symbol .', 'word b']],
  ['`a``b`', ['quoted a`b']],
  ["'it''s' \"it's\"", ["string it's", "string it's"]],
  ["'a\\'b\\n\\%'", ["string a'b\n\\%"]],
  ['1.5e-3 2fa 0x1F .5', ['number 1.5e-3', 'word 2fa', 'number 0x1F', 'number .5']],
  ["b'101' N'x'", ['string 101', 'string x']],
  [
    '@a @@global.b root@`%`',
    ['variable @a', 'variable @@global.b', 'word root', 'variable @', 'quoted %'],
  ],
  ['a<=>b->>c', ['word a', 'symbol <=>', 'word b', 'symbol ->>', 'word c']],
  ['größe -- rest\n#x\n/* y */ z', ['word größe', 'word z']],
])('%s', (sql, expected) => {
  expect(tokens(sql)).toEqual(expected);
});

test.each([
  ['/*!50001 a */', ['a'], ['a'], ['a']],
  ['/*! a */', ['a'], ['a'], ['a']],
  ['/*!80023 a */', ['a'], [], ['a']],
  ['/*!90000 a */', [], [], ['a']],
  ['/*!100616 a */', [], ['a'], []],
  ['/*M!100616 a */', [], ['a'], []],
  ['/*M!110400 a */', [], [], []],
  ['/*!99999 a */', [], [], []],
])(
  '%s is run by MySQL 8.0.36: %j, by MariaDB 10.11.6: %j, where nothing tells: %j',
  (sql, ...of) => {
    const words = [MYSQL, MARIADB, UNKNOWN].map((server) =>
      tokenize(sql, 0, sql.length, server).tokens.map(({ value }) => value),
    );
    expect(words).toEqual(of);
  },
);

test('a text is shown without the marks of comments that the server runs', () => {
  const sql =
    '/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`b`*/ /*!50003 TRIGGER t /* why */ SET @x = 1 */ /*!99999 no */';
  const { marks } = tokenize(sql, 0, sql.length, MYSQL);
  expect(shownText(sql, 0, sql.length, marks)).toBe(
    'CREATE DEFINER=`a`@`b` TRIGGER t /* why */ SET @x = 1',
  );
});
