import { expect, test } from 'vitest';
import { column, schema, table } from '../testing/build.ts';
import { loadMysqlLibraries } from './mysql/libraries/load.ts';
import { mysqlOperations } from './mysql/statements/index.ts';
import { loadPostgresqlParser } from './postgresql/parse.ts';
import { postgresqlOperations } from './postgresql/statements/index.ts';

await loadPostgresqlParser();
await loadMysqlLibraries();

const notes = table('notes', [column('id', 'bigint'), column('title', 'text')]);
const users = table('users', [column('id', 'bigint')]);

function postgresql(sql: string) {
  const scope = { schema: schema('postgresql', [notes, users]) };
  return [...postgresqlOperations(sql, scope)].map(({ body }) => body);
}

function mysql(sql: string) {
  const scope = { schema: schema('mysql', [notes, users]), charsets: null };
  return [...mysqlOperations(sql, scope)].map(({ body }) => body);
}

const marks = (bodies: readonly { readonly joined?: true }[]) =>
  bodies.map(({ joined = false }) => joined);

test.each([
  ['PostgreSQL', postgresql],
  ['MySQL', mysql],
])('all clauses of one ALTER TABLE of %s but the first are joined to the one before', (_, read) => {
  expect(marks(read('ALTER TABLE notes ADD a int, ADD b int, DROP COLUMN title'))).toEqual([
    false,
    true,
    true,
  ]);
  expect(marks(read('ALTER TABLE notes ADD a int; ALTER TABLE notes ADD b int'))).toEqual([
    false,
    false,
  ]);
});

test('a reference on a column that the statement adds without a default checks no row', () => {
  const key = (sql: string) => postgresql(sql).find(({ kind }) => kind === 'addForeignKey');
  expect(key('ALTER TABLE notes ADD user_id bigint REFERENCES users')).toMatchObject({
    emptyColumn: true,
    joined: true,
  });
  for (const sql of [
    'ALTER TABLE notes ADD user_id bigint DEFAULT 1 REFERENCES users',
    'ALTER TABLE notes ADD user_id bigint, ADD FOREIGN KEY (user_id) REFERENCES users',
  ]) {
    expect(key(sql)).not.toHaveProperty('emptyColumn');
  }
});

test.each([
  [
    'ALTER TABLE notes ADD a int, DROP title, ALGORITHM=INPLACE, LOCK=NONE',
    { algorithm: 'inplace', lock: 'none' },
  ],
  ['ALTER TABLE notes ALGORITHM INSTANT, ADD a int', { algorithm: 'instant' }],
  ['ALTER ONLINE TABLE notes ADD a int', { lock: 'none' }],
  ['CREATE INDEX by_title ON notes (title(8)) LOCK=SHARED', { lock: 'shared' }],
  ['ALTER TABLE notes ADD a int, ALGORITHM=DEFAULT', undefined],
  ['ALTER TABLE notes ADD a int', undefined],
])('%s says %o to the server', (sql, online) => {
  for (const body of mysql(sql)) expect(body.online).toEqual(online);
});
