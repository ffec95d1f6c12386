/**
 * Records what SQL makes of a dump of MariaDB: the lines that go and come.
 *
 *   MIGDOCS_MYSQL_SOCKET=/run/mysqld/mysqld.sock npx tsx .ci/mariadb/record.ts
 *
 * Reads the statements of recorded/statements.txt, one a line, and runs each over recorded/base.sql
 * in a database of its own. Those that the server refuses are left out, and named.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { changedLines } from '../../src/testing/changed-lines.ts';

const FOLDER = new URL('../../src/read/mysql/statements/recorded/', import.meta.url);
const SERVER = [`--socket=${process.env['MIGDOCS_MYSQL_SOCKET'] ?? ''}`, '--user=root'];
const DATABASE = 'migdocs_recorded';

function run(sql: string, ...more: readonly string[]): string {
  return execFileSync('mariadb', [...SERVER, '--batch', '--skip-column-names', ...more], {
    input: sql,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** As Rails dumps: `structure_dump` of the MySQL tasks. */
function dump(): string {
  const options = ['--no-data', '--routines', '--skip-comments', '--force'];
  return execFileSync('mariadb-dump', [...SERVER, ...options, DATABASE], { encoding: 'utf8' });
}

function rebuild(base: string): void {
  const charset = 'CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci';
  run(`DROP DATABASE IF EXISTS ${DATABASE}; CREATE DATABASE ${DATABASE} ${charset}`);
  run(base, DATABASE);
}

const base = readFileSync(new URL('base.sql', FOLDER), 'utf8');
const statements = readFileSync(new URL('statements.txt', FOLDER), 'utf8').trim().split('\n');
rebuild(base);
const before = dump();
const version = run('SELECT VERSION()').trim();
const recorded = [
  '# What SQL makes of recorded/structure.sql: the lines of the dump that go and come.\n',
  `# Recorded from MariaDB ${version}; a statement without lines leaves the dump as it is.\n`,
];
for (const sql of statements) {
  rebuild(base);
  try {
    run(sql, DATABASE);
    recorded.push(`\n=== ${sql}\n`, changedLines(before, dump()));
  } catch (error) {
    process.stderr.write(`refused: ${sql}\n${String(error)}\n`);
  }
}
run(`DROP DATABASE ${DATABASE}`);
writeFileSync(new URL('structure.sql', FOLDER), before);
writeFileSync(new URL('dumps.diff', FOLDER), recorded.join(''));
