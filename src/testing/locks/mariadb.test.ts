import mysql from 'mysql2/promise';
import { describe, expect, test } from 'vitest';
import { applyOperation } from '../../apply/index.ts';
import { locksOfEach } from '../../dialect/locks.ts';
import type { Operation } from '../../model/operation.ts';
import type { Schema } from '../../model/schema.ts';
import type { Server } from '../../model/server.ts';
import { charsetRules } from '../../read/mysql/charset-rules.ts';
import { mysqlOperations } from '../../read/mysql/statements/index.ts';
import { readMysqlStructure } from '../../read/mysql/structure/index.ts';
import { operation } from '../build.ts';
import {
  ALGORITHMS,
  LOCKS,
  TRIED_SETUP,
  TRIED_STATEMENTS,
  type Tried,
  tryStatement,
} from './mariadb-tried.ts';

const { schema } = await readMysqlStructure(TRIED_SETUP, 'schema.sql');

const mariadb: Server = { name: 'mariadb', version: [10, 11, 19], decidedBy: null };

/** What is said of a statement: the dearest algorithm and the strongest lock of its operations. */
function stated(sql: string): Tried {
  const scope = { schema, charsets: charsetRules(schema) };
  const steps: { operation: Operation; before: Schema; after: Schema }[] = [];
  for (const { body } of mysqlOperations(sql, scope)) {
    const before = scope.schema;
    const written = operation(body);
    scope.schema = applyOperation(before, written);
    steps.push({ operation: written, before, after: scope.schema });
  }
  const levels = locksOfEach(steps, mariadb).flatMap(([own]) =>
    own?.level.engine === 'mysql' ? [own.level] : [],
  );
  const algorithms = levels.map(({ algorithm }) => ALGORITHMS.indexOf(algorithm));
  const locks = levels.map(({ lock }) => LOCKS.indexOf(lock));
  return {
    sql,
    algorithm: ALGORITHMS[Math.max(-1, ...algorithms)] ?? 'none said',
    lock: LOCKS[Math.max(-1, ...locks)] ?? 'none said',
  };
}

/**
 * Statements of which more is said than MariaDB needs: rows of ROW_FORMAT=REDUNDANT keep the length of
 * each value, so that a VARCHAR can grow by any number of bytes; nobody makes such tables any more.
 */
const SAID_DEARER = ['ALTER TABLE redundant MODIFY name varchar(100)'];

/** The collation that a character set has by itself is the server's to choose, so that it stays opaque. */
const NOT_READ = ['ALTER TABLE t MODIFY latin varchar(50) CHARACTER SET utf8mb4'];

const told = TRIED_STATEMENTS.filter(
  ({ sql }) => !SAID_DEARER.includes(sql) && !NOT_READ.includes(sql),
);

describe('what is said of MariaDB is the cheapest that 10.11.19 takes', () => {
  test.each(told)('$sql', (tried) => {
    expect(stated(tried.sql)).toEqual(tried);
  });
});

const socket = process.env['MIGDOCS_MYSQL_SOCKET'];

test.skipIf(socket === undefined)(
  'a server of the same line takes what was recorded',
  async ({ skip }) => {
    const connection = await mysql.createConnection({ socketPath: socket ?? '', user: 'root' });
    try {
      const [rows] = await connection.query('SELECT version() AS version');
      if (!/"version":"10\.11\./.test(JSON.stringify(rows))) skip();
      const send = (sql: string) => connection.query(sql);
      const found: (Tried | null)[] = [];
      for (const { sql } of TRIED_STATEMENTS) found.push(await tryStatement(sql, send));
      await send('DROP DATABASE migdocs_locks');
      expect(found).toEqual(TRIED_STATEMENTS);
    } finally {
      await connection.end();
    }
  },
  600_000,
);
