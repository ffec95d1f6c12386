import { expect, test } from 'vitest';
import type { Engine } from '../../../model/engine.ts';
import { loadSqlite } from '../../../sqlite/library.ts';
import { readSchemaRb } from '../schema/read.ts';
import { Session } from '../session.ts';
import { sqlOperations } from './operations.ts';

const RAILS = { major: 7, minor: 1 };

/** MariaDB 10.6 or newer, which names utf8mb3 and each collation. */
const DUMP = `ActiveRecord::Schema[7.1].define(version: 1) do
  create_table "users", charset: "utf8mb3", collation: "utf8mb3_general_ci" do |t|
  end
  create_table "notes", charset: "utf8mb3", collation: "utf8mb3_bin" do |t|
    t.string "title", collation: "utf8mb3_general_ci"
    t.bigint "user_id"
    t.index ["user_id"], name: "by_user"
  end
  create_table "checked", charset: "utf8mb3", collation: "utf8mb3_bin" do |t|
    t.integer "likes"
    t.check_constraint "likes > 0", name: "some_likes"
  end
  add_foreign_key "notes", "users"
end
`;

async function operations(sql: string, engine: Engine = 'mysql') {
  await loadSqlite();
  const file = await readSchemaRb(DUMP, 'db/schema.rb', { engine, rails: RAILS });
  const session = new Session(file.schema, { rails: RAILS, dumped: false, project: null });
  return [...sqlOperations(sql, session)];
}

test('CREATE TABLE … LIKE makes a table with columns, key and indexes, without foreign keys', async () => {
  const [made, ...others] = await operations('CREATE TABLE `note_versions` LIKE notes;');
  expect(others).toEqual([]);
  expect(made).toMatchObject({
    kind: 'createTable',
    ifNotExists: false,
    table: {
      name: 'note_versions',
      columns: [{ name: 'id' }, { name: 'title' }, { name: 'user_id' }],
      primaryKey: { columns: ['id'] },
      indexes: [{ name: 'by_user' }],
      foreignKeys: [],
      charset: 'utf8mb3',
      collation: 'utf8mb3_bin',
    },
  });
});

test.each([
  ['mysql', 'CREATE TABLE copies LIKE absent'],
  ['mysql', 'CREATE TABLE copies LIKE checked'],
  ['sqlite', 'CREATE TABLE copies LIKE notes'],
] as const)('on %s, %s is left to a person', async (engine, sql) => {
  expect((await operations(sql, engine)).map(({ kind }) => kind)).toEqual(['opaque']);
});

test('CONVERT TO without a collation takes that of the character set, not of the database', async () => {
  expect(await operations('ALTER TABLE notes CONVERT TO CHARACTER SET utf8')).toMatchObject([
    { kind: 'setTableOptions', charset: 'utf8mb3', collation: 'utf8mb3_general_ci' },
    { kind: 'setColumn', column: { name: 'title', collation: null } },
  ]);
});
