import { expect, test } from 'vitest';
import { originOf } from './dumped-by.ts';

const SESSION = '/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;\n';

function table(columns: string, options: string): string {
  return `CREATE TABLE \`t\` (\n  ${columns}\n) ${options};\n`;
}

test.each([
  [
    'its header',
    '-- MySQL dump 10.13  Distrib 5.7.44, for Linux (x86_64)\n--\n-- Server version\t5.7.30-log\n',
    { name: 'mysqldump', version: '5.7.44' },
    { name: 'mysql', version: 50730 },
  ],
  [
    "MariaDB's header",
    '-- MariaDB dump 10.19  Distrib 10.11.6-MariaDB, for debian-linux-gnu (x86_64)\n-- Server version\t10.6.12-MariaDB\n',
    { name: 'mariadb-dump', version: '10.11.6' },
    { name: 'mariadb', version: 100612 },
  ],
  [
    "the header of MariaDB's mysqldump",
    '-- MySQL dump 10.16  Distrib 10.1.48-MariaDB, for Linux\n-- Server version\t5.5.5-10.1.48-MariaDB\n',
    { name: 'mysqldump', version: '10.1.48' },
    { name: 'mariadb', version: 100148 },
  ],
  [
    'the line of the sandbox',
    `/*M!999999\\- enable the sandbox mode */ \n${SESSION}`,
    { name: 'mariadb-dump', version: '10.5.25' },
    { name: 'mariadb', version: null },
  ],
  [
    'the current time as a call',
    `${SESSION}${table('`at` datetime DEFAULT current_timestamp()', 'ENGINE=InnoDB')}`,
    { name: 'mysqldump', version: '10.2' },
    { name: 'mariadb', version: null },
  ],
  [
    'integers without a width',
    `${SESSION}${table('`id` int NOT NULL', 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4')}`,
    { name: 'mysqldump', version: '8.0.19' },
    { name: 'mysql', version: null },
  ],
  [
    'integers with a width',
    table('`id` int(11) NOT NULL', 'ENGINE=InnoDB DEFAULT CHARSET=utf8'),
    { name: 'mysqldump', version: '5.5' },
    { name: 'mysql', version: null },
  ],
  [
    'the name utf8mb3',
    `${SESSION}${table('`id` int NOT NULL', 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb3')}`,
    { name: 'mysqldump', version: '8.0.28' },
    { name: 'mysql', version: null },
  ],
  ['nothing', 'CREATE TABLE t (id int);\n', null, { name: null, version: null }],
])('a dump is known by %s', (_, text, dumpedBy, server) => {
  expect(originOf(text)).toMatchObject({ dumpedBy, server });
});
