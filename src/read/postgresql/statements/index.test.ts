import { beforeAll, describe, expect, test } from 'vitest';
import { applyOperation } from '../../../apply/index.ts';
import type { OperationBody } from '../../../model/operation.ts';
import { readSchemaRb } from '../../ruby/index.ts';
import { loadPostgresqlParser } from '../parse.ts';
import { postgresqlOperations, type SqlOperation } from './index.ts';

beforeAll(loadPostgresqlParser);

const { schema } = await readSchemaRb(
  `ActiveRecord::Schema[8.0].define(version: 1) do
  create_table "users", force: :cascade do |t|
    t.integer "age"
    t.string "name"
    t.index ["age"], name: "index_users_on_age"
  end

  create_table "orders", force: :cascade do |t|
    t.bigint "user_id"
  end
end
`,
  'db/schema.rb',
  { engine: 'postgresql', rails: null },
);

function operations(sql: string): readonly SqlOperation[] {
  const scope = { schema };
  const source = { path: 'change.sql', line: 1, column: 1, endLine: 1 };
  const base = { source, condition: null, assured: false, impliedBy: null };
  const found: SqlOperation[] = [];
  for (const operation of postgresqlOperations(sql, scope)) {
    scope.schema = applyOperation(scope.schema, { ...operation.body, ...base });
    found.push(operation);
  }
  return found;
}

function bodies(sql: string): readonly OperationBody[] {
  return operations(sql).map(({ body }) => body);
}

describe('rows', () => {
  test.each([
    ['UPDATE users SET age = 1', 'users', 'update', 'whole'],
    ['UPDATE users SET age = 1 WHERE id = 1', 'users', 'update', 'part'],
    ['UPDATE users u SET age = 1 FROM orders', 'users', 'update', 'part'],
    ['DELETE FROM ONLY public.users', 'users', 'delete', 'whole'],
    ['DELETE FROM users USING orders WHERE true', 'users', 'delete', 'part'],
    ['INSERT INTO users SELECT * FROM users', 'users', 'insert', 'part'],
    ['COPY users FROM STDIN', 'users', 'insert', 'part'],
    ['TRUNCATE users RESTART IDENTITY CASCADE', 'users', 'truncate', 'whole'],
    [
      'MERGE INTO users u USING orders o ON u.id = o.user_id WHEN MATCHED THEN DELETE',
      'users',
      'unknown',
      'part',
    ],
  ])('%s', (text, table, verb, scope) => {
    expect(bodies(text)).toEqual([
      { kind: 'changeRows', table, verb, scope, text, language: 'sql', batched: false },
    ]);
  });

  test('statements behind WITH write as well', () => {
    const sql = 'WITH gone AS (DELETE FROM orders RETURNING user_id) UPDATE users SET age = 1';
    expect(bodies(sql)).toMatchObject([
      { kind: 'changeRows', table: 'orders', verb: 'delete', scope: 'whole' },
      { kind: 'changeRows', table: 'users', verb: 'update', scope: 'whole' },
    ]);
  });

  test('a query behind WITH that only reads writes nothing', () => {
    expect(bodies('WITH a AS (SELECT 1) SELECT * FROM a')).toMatchObject([
      { kind: 'runSql', purpose: 'reads rows' },
    ]);
  });
});

test.each([
  ["SET lock_timeout = '5s'", 'sets a parameter of the session'],
  ['ALTER TABLE users DISABLE TRIGGER ALL', 'disables triggers of users'],
  ["SELECT setval('users_id_seq', 9)", 'sets the next value of a sequence'],
  ["SELECT pg_catalog.set_config('search_path', '', false)", 'sets a parameter of the session'],
  ['ALTER TABLE IF EXISTS gone ADD a int', 'would change gone, which is not there'],
  ['ALTER DOMAIN posint DROP NOT NULL', 'changes the domain posint'],
  ['REINDEX INDEX CONCURRENTLY index_users_on_age', 'rebuilds an index'],
])('%s leaves the schema as it is', (text, purpose) => {
  expect(bodies(text)).toEqual([{ kind: 'runSql', text, purpose }]);
});

describe('what a Ruby schema file may not show is told nonetheless', () => {
  test.each([
    ['DROP FUNCTION f(int)', { kind: 'dropFunction', function: 'f', ifExists: true }],
    ['DROP TRIGGER t ON users', { kind: 'dropTrigger', trigger: 't', table: 'users' }],
    ['DROP VIEW v', { kind: 'dropView', view: 'v', ifExists: true }],
    ['DROP SEQUENCE s', { kind: 'dropSequence', sequence: 's', ifExists: true }],
    ['CREATE POLICY p ON users USING (age > 1)', { kind: 'createPolicy' }],
    ['DROP POLICY p ON users', { kind: 'runSql', purpose: 'drops the policy p of users' }],
  ])('%s', (sql, body) => {
    expect(bodies(sql)).toMatchObject([body]);
  });
});

describe('what is not known is opaque, says why, and names its tables', () => {
  test.each([
    [
      "SELECT create_hypertable('users', 'age')",
      'it calls create_hypertable, of which migdocs does not know what it does',
    ],
    ['ALTER TABLE user ADD a int', 'PostgreSQL cannot read it: syntax error at or near "user"'],
    [
      'DO $$ BEGIN IF (SELECT count(*) FROM users) > 1 THEN DROP TABLE users; END IF; END $$',
      'it is a block that decides, repeats or computes',
    ],
    [
      "DO $$ BEGIN EXECUTE 'DROP TABLE users'; END $$",
      'it is a block that decides, repeats or computes',
    ],
    ['DO LANGUAGE plpython3u $$ users $$', 'it is a block of plpython3u'],
    [
      'CREATE TABLE ages AS SELECT age + 1 AS next FROM users',
      'the columns of the new table are those of a query that computes',
    ],
    ['ALTER TABLE users DROP CONSTRAINT c', 'the schema holds no constraint "c" of users'],
  ])('%s', (text, reason) => {
    const touches = text.includes('users') ? ['users'] : [];
    expect(bodies(text)).toEqual([{ kind: 'opaque', text, language: 'sql', reason, touches }]);
  });
});

describe('blocks', () => {
  test('a loop that writes rows leaves the schema alone', () => {
    const sql =
      'DO $$ DECLARE i int; BEGIN FOR i IN 1..3 LOOP UPDATE users SET age = i; END LOOP; END $$';
    expect(bodies(sql)).toMatchObject([{ kind: 'changeRows', table: 'users', verb: 'update' }]);
  });

  test('what asks for an object that is there is not run', () => {
    const sql = `DO $$ BEGIN
      IF NOT EXISTS (SELECT 1 FROM pg_indexes WHERE indexname = 'index_users_on_age') THEN
        CREATE INDEX index_users_on_age ON users (age);
      ELSE
        DROP INDEX index_users_on_age;
      END IF;
    END $$`;
    expect(bodies(sql)).toMatchObject([{ kind: 'dropIndex', index: 'index_users_on_age' }]);
  });
});

test('statements keep their own text and place', () => {
  const sql = 'UPDATE users SET age = 1;\n\nDROP TABLE orders; -- done\n';
  expect(operations(sql).map(({ statement: { text, start } }) => [text, start])).toEqual([
    ['UPDATE users SET age = 1', 0],
    ['DROP TABLE orders', 27],
  ]);
});

test('what the server does along says what caused it', () => {
  expect(operations('DROP SEQUENCE users_id_seq CASCADE')).toMatchObject([
    {
      body: { kind: 'setColumn', table: 'users', column: { name: 'id', autoIncrement: null } },
      impliedBy: 'the sequence users_id_seq is dropped with CASCADE',
    },
    { body: { kind: 'dropSequence' }, impliedBy: null },
  ]);
});

test('an expression keeps the spelling of its author', () => {
  const sql =
    "ALTER TABLE users ALTER age TYPE text USING age ::text /* why */ || E'\\n', ADD b int";
  expect(bodies(sql)).toMatchObject([
    { kind: 'setColumn', using: "age ::text || E'\\n'" },
    { kind: 'addColumn', column: { name: 'b' } },
  ]);
});
