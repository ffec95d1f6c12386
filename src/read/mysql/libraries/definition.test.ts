import { beforeAll, expect, test } from 'vitest';
import { UNKNOWN_SERVER } from '../server.ts';
import { tokenize } from '../tokens/tokenize.ts';
import { ddlDefinition } from './ddl-definition.ts';
import { libraryDefinition } from './definition.ts';
import { loadMysqlLibraries, mysqlLibraries } from './load.ts';
import { sqlDefinition } from './sql-definition.ts';
import { saysAll } from './words.ts';

beforeAll(loadMysqlLibraries);

function tokensOf(sql: string) {
  return tokenize(sql, 0, sql.length, UNKNOWN_SERVER).tokens;
}

/** Which of the libraries says all of a definition, and nothing else. */
function readBy(sql: string): readonly string[] {
  const { ddlTree, sqlTree, sqlOf } = mysqlLibraries();
  const table = `CREATE TABLE t (${sql})`;
  const first = ddlDefinition(ddlTree(table));
  const second = sqlDefinition(sqlTree(table), sqlOf);
  const tokens = tokensOf(sql);
  return [
    ...(first && saysAll(first, tokens) ? ['first'] : []),
    ...(second && saysAll(second, tokens) ? ['second'] : []),
  ];
}

test.each([
  ['`id` int(11) unsigned NOT NULL AUTO_INCREMENT', ['first', 'second']],
  ["`state` enum('a','b''c') NOT NULL DEFAULT 'a' COMMENT 'x'", ['first', 'second']],
  ['`body` text COLLATE utf8mb4_bin', ['first', 'second']],
  [
    '`at` timestamp(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)',
    ['first', 'second'],
  ],
  ['UNIQUE KEY `u` (`a`(3),`b` DESC) USING BTREE', ['first', 'second']],
  ['CONSTRAINT `f` FOREIGN KEY (`a`) REFERENCES `b` (`c`) ON DELETE SET NULL', ['first', 'second']],
  // The first refuses these.
  ['`x` int GENERATED ALWAYS AS (`a` + 1) STORED', ['second']],
  ['CONSTRAINT `c` CHECK (`a` > 0)', ['second']],
  ['KEY `k` ((lower(`a`)))', ['second']],
  ["`x` varchar(9) DEFAULT (concat('a','b'))", ['second']],
  // The first takes a string for a word: NULL for 'NULL', and the other way round.
  ["`x` varchar(4) DEFAULT 'NULL'", ['second']],
  ["`x` varchar(40) DEFAULT 'CURRENT_TIMESTAMP'", ['second']],
  // The second keeps a string as it is written, and the first what a backslash stands for.
  ["`x` varchar(4) DEFAULT 'a\\'b'", ['first']],
  ["`x` varchar(4) DEFAULT 'a\\\\b\\n'", []],
  // The second doubles a backtick, and drops what it does not keep.
  ['`a``b` int', ['first']],
  ['`x` int INVISIBLE', []],
  ['`s` timestamp(6) GENERATED ALWAYS AS ROW START', []],
  // A literal for the server, an expression for the second.
  ['`x` tinyint(1) DEFAULT TRUE', []],
])('%s is read in full by %j', (sql, libraries) => {
  expect(readBy(sql)).toEqual(libraries);
});

test('a definition that no library reads in full is left to who asks', () => {
  expect(libraryDefinition(tokensOf('`x` int INVISIBLE'))).toBeNull();
  expect(libraryDefinition(tokensOf('no definition at all'))).toBeNull();
});

test('expressions keep the spelling in which they are written', () => {
  expect(libraryDefinition(tokensOf('CONSTRAINT c CHECK ( `A`>0  and b is  not null )'))).toEqual({
    kind: 'check',
    check: { name: 'c', expression: '`A`>0 and b is not null', enforced: true },
  });
  expect(libraryDefinition(tokensOf('x int as (a+1) stored'))).toMatchObject({
    column: { generated: { expression: 'a+1', stored: true } },
  });
});

test.each([
  `KEY k (${Array.from({ length: 40 }, (_, at) => `c${at}`).join(',')})`,
  `x int ${'UNIQUE KEY '.repeat(30)}`,
  `CHECK (${'('.repeat(300)}a${')'.repeat(300)})`,
  `x varchar(9) COMMENT '${'a'.repeat(100_000)}'`,
])('%.30s… goes past the libraries, whose time and memory grow without end', (sql) => {
  expect(libraryDefinition(tokensOf(sql))).toBeNull();
});
