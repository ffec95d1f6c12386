import { expect, test } from 'vitest';
import { applyOperation } from '../apply/index.ts';
import type { Engine } from '../model/engine.ts';
import { defaultServerOf, type Server } from '../model/server.ts';
import { readMigrations, readSchemaRb } from '../read/ruby/index.ts';
import { applied } from '../testing/build.ts';
import { checkProposal } from './index.ts';

const SCHEMA = `ActiveRecord::Schema[7.1].define(version: 2026_01_01_000000) do
  create_table "users", force: :cascade do |t|
    t.string "email"
    t.string "name"
    t.integer "age"
    t.index ["email"], name: "by_email", unique: true
  end
  create_table "posts", force: :cascade do |t|
    t.bigint "user_id", null: false
    t.string "title"
  end
end
`;

/** Rules that find something in the body of `up`, with the line of the body that they point at. */
async function found(
  body: string,
  engine: Engine = 'postgresql',
  server: Server = defaultServerOf(engine),
): Promise<readonly string[]> {
  const text = `class Try < ActiveRecord::Migration[7.1]\ndef up\n${body}\nend\nend\n`;
  const rails = { major: 7, minor: 1 };
  const { schema } = await readSchemaRb(SCHEMA, 'db/schema.rb', { engine, rails });
  const file = { path: 'db/migrate/20260202000000_try.rb', text };
  const project = { read: () => null, list: () => [], folders: () => [] };
  const { migrations } = await readMigrations([file], schema, { rails, project });
  const [migration] = migrations;
  const steps = applied(schema, migration?.operations ?? [], applyOperation, migration);
  const sizes = { small: 10_000, large: 1_000_000 };
  const { hazards } = checkProposal(steps, { engine, rails, rows: {}, sizes, server });
  const aside = ['no-lock-timeout', 'irreversible'];
  return hazards
    .filter(({ rule }) => !aside.includes(rule))
    .map(({ rule, source }) => `${(source?.line ?? 0) - 2} ${rule}`)
    .sort();
}

const run = (sql: string) => `execute "${sql}"`;

test('a change_table block is judged by what is in it, line by line', async () => {
  const block = [
    'change_table :users do |t|',
    '  t.index :name',
    '  t.change :name, :text, null: false',
    '  t.remove :age',
    '  t.json :data',
    'end',
  ].join('\n');
  expect(await found(block)).toEqual([
    '2 add-index-blocking',
    '3 change-type-safe',
    '3 change-type-with-not-null',
    '4 drop-column',
    '5 add-json-column',
  ]);
});

test('what one ALTER TABLE sends along with a column has the rules of that', async () => {
  expect(await found(run('ALTER TABLE users ADD COLUMN score int CHECK (score > 0)'))).toEqual([
    '1 add-column-inline-check',
  ]);
  expect(await found(run('ALTER TABLE users ADD COLUMN code text UNIQUE'))).toEqual([
    '1 add-column-inline-unique',
  ]);
  const key = run('ALTER TABLE users ADD COLUMN post_id bigint REFERENCES posts (id)');
  expect(await found(key)).toContain('1 add-column-inline-fk');
  expect(await found(key)).not.toContain('1 add-fk-validating');
});

test('several clauses of execute are judged one by one', async () => {
  const change = run('ALTER TABLE users ALTER email TYPE text, ALTER email SET NOT NULL');
  expect(await found(change)).toEqual(['1 change-type-safe', '1 change-type-with-not-null']);
});

test('statements that leave the schema as it is are judged as well', async () => {
  expect(await found(run('REINDEX TABLE users'))).toEqual(['1 reindex']);
  expect(await found(run('VACUUM FULL users'))).toEqual([
    '1 set-unlogged-tablespace-cluster-vacuumfull',
  ]);
  expect(await found(run('ALTER TABLE users DISABLE TRIGGER ALL'))).toEqual(['1 disable-trigger']);
  expect(await found(run('GRANT SELECT ON users TO reporting'))).toEqual(['1 grants']);
});

test('a key that takes over an index builds none', async () => {
  const sql = 'ALTER TABLE users DROP CONSTRAINT users_pkey, ADD PRIMARY KEY USING INDEX by_email';
  expect(await found(run(sql))).toEqual(['1 pk-using-nullable-index']);
});

test('ALGORITHM and LOCK of MySQL are those that the statement names', async () => {
  expect(
    await found(run('ALTER TABLE users ADD INDEX by_age (age), ALGORITHM=COPY'), 'mysql'),
  ).toEqual(['1 mysql-copy-algorithm']);
  expect(await found(run('CREATE INDEX by_age ON users (age) LOCK=SHARED'), 'mysql')).toEqual([
    '1 mysql-lock-option',
  ]);
  expect(await found('add_index :users, :age, algorithm: :copy', 'mysql')).toEqual([
    '1 mysql-copy-algorithm',
  ]);
});

test('a reference that MySQL forgets is told', async () => {
  const sql = run('ALTER TABLE posts ADD COLUMN editor_id bigint REFERENCES users (id)');
  expect(await found(sql, 'mysql')).toEqual(['1 add-column-inline-fk']);
});

test('change_table with bulk: true is one ALTER TABLE, which is told once', async () => {
  const block = 'change_table :users, bulk: true do |t|\n  t.integer :x\n  t.integer :y\nend';
  const old: Server = { name: 'mysql', version: [5, 7], decidedBy: null };
  expect(await found(block, 'mysql', old)).toEqual(['2 add-column-constant-default']);
  const apart = block.replace(', bulk: true', '');
  expect((await found(apart, 'mysql', old)).filter((each) => each.endsWith('default'))).toEqual([
    '2 add-column-constant-default',
    '3 add-column-constant-default',
  ]);
});
