import { beforeAll, describe, expect, test } from 'vitest';
import { parseRailsVersion, type RailsVersion } from '../../model/engine.ts';
import type { Schema } from '../../model/schema.ts';
import type { ProjectFiles } from '../../model/schema-file.ts';
import { readMigrations, readSchemaRb } from '../ruby/index.ts';
import { loadPostgresqlParser } from './parse.ts';
import { serverVersion } from './server-version.ts';

const TABLES = `  create_table "users", force: :cascade do |t|
    t.string "name", null: false
    t.integer "age"
    t.bigint "account_id"
  end

  create_table "accounts", force: :cascade do |t|
    t.string "title"
  end
`;

/** A dump with those views, each with its query as scenic writes it. */
async function dump(views: { readonly [name: string]: string } = {}): Promise<Schema> {
  const texts = Object.entries(views).map(
    ([name, query]) =>
      `  create_view "${name}", sql_definition: <<-SQL\n      ${query.replaceAll('\n', '\n  ')};\n  SQL\n`,
  );
  const text = `ActiveRecord::Schema[7.1].define(version: 1) do\n${TABLES}\n${texts.join('')}end\n`;
  const options = { engine: 'postgresql', rails: null } as const;
  return (await readSchemaRb(text, 'db/schema.rb', options)).schema;
}

function project(files: { readonly [path: string]: string } = {}): ProjectFiles {
  return {
    read: (path) => files[path] ?? null,
    list: (folder) => Object.keys(files).filter((path) => path.startsWith(`${folder}/`)),
  };
}

async function migrate(
  body: string,
  {
    views = {},
    files = {},
  }: {
    readonly views?: { readonly [name: string]: string };
    readonly files?: { readonly [path: string]: string };
  } = {},
) {
  const text = `class Step < ActiveRecord::Migration[7.1]\n  def change\n${body}\n  end\nend\n`;
  const rails = parseRailsVersion('7.1');
  const migration = { path: 'db/migrate/20260101000000_step.rb', text };
  return readMigrations([migration], await dump(views), { rails, project: project(files) });
}

const ADULTS = 'SELECT users.id,\n    users.name\n   FROM users\n  WHERE (users.age >= 18)';
const TITLED =
  'SELECT users.id,\n    accounts.title\n   FROM (users\n     JOIN accounts ON ((accounts.id = users.account_id)))';

describe('scenic views on PostgreSQL', () => {
  test('stand as the server prints them, by version, inline and of every kind', async () => {
    const { after } = await migrate(
      `create_view :adults, version: 2
       create_view :titled, materialized: { no_data: true }, sql_definition: "SELECT users.id, title FROM users JOIN accounts ON accounts.id = account_id"`,
      { files: { 'db/views/adults_v02.sql': 'select id, name from users where age >= 18;\n' } },
    );
    expect(after.views).toMatchObject([
      { name: 'adults', definition: ADULTS, materialized: false },
      { name: 'titled', definition: TITLED, materialized: true },
    ]);
  });

  test('read the views that are there', async () => {
    const { after } = await migrate('create_view :names', {
      views: { adults: ADULTS },
      files: { 'db/views/names_v01.sql': "SELECT * FROM adults WHERE name <> ''" },
    });
    expect(after.views[1]?.definition).toBe(
      "SELECT adults.id,\n    adults.name\n   FROM adults\n  WHERE ((adults.name)::text <> ''::text)",
    );
  });

  test('that are updated side by side keep their indexes', async () => {
    const { after } = await migrate(
      `create_view :stats, materialized: true, sql_definition: 'SELECT id FROM users'
       add_index :stats, :id, unique: true
       update_view :stats, version: 2, revert_to_version: 1, materialized: { side_by_side: true }`,
      { files: { 'db/views/stats_v02.sql': 'SELECT id, age FROM users' } },
    );
    expect(after.views).toMatchObject([
      {
        definition: 'SELECT users.id,\n    users.age\n   FROM users',
        indexes: [{ name: 'index_stats_on_id', unique: true }],
      },
    ]);
  });

  test('keep their words, with what is not known, where the server might print something else', async () => {
    const { migrations, after } = await migrate(
      "create_view :weeks, sql_definition: 'SELECT week_of(age) FROM users'",
    );
    expect(after.views).toMatchObject([{ definition: 'SELECT week_of(age) FROM users' }]);
    expect(migrations[0]?.operations).toMatchObject([
      { kind: 'createView', unprinted: 'function week_of' },
    ]);
  });
});

describe('a rename', () => {
  test('of a column leaves the view its column name', async () => {
    const { after } = await migrate('rename_column :users, :name, :label', {
      views: { adults: ADULTS, titled: TITLED },
    });
    expect(after.views.map(({ definition }) => definition)).toEqual([
      ADULTS.replace('users.name', 'users.label AS name'),
      TITLED,
    ]);
  });

  test('of a table reaches every place, and the alias of a second mention', async () => {
    const twice =
      'SELECT users.id\n   FROM users\n  WHERE (users.id IN ( SELECT users_1.account_id\n           FROM users users_1))';
    const { after } = await migrate('rename_table :users, :people', {
      views: { titled: TITLED, twice },
    });
    expect(after.views.map(({ definition }) => definition)).toEqual([
      TITLED.replaceAll('users', 'people'),
      twice.replaceAll('users.id', 'people.id').replaceAll('FROM users', 'FROM people'),
    ]);
  });
});

describe('what a view reads stays', () => {
  const views = { adults: ADULTS, titled: TITLED };

  test.each([
    ['drop_table :accounts', 'accounts cannot be dropped: view "titled" reads it'],
    ['remove_column :users, :name', 'users.name cannot be dropped: view "adults" reads it'],
    [
      'change_column :users, :age, :bigint',
      'users.age cannot change its type: view "adults" reads it',
    ],
  ])('%s is refused', async (body, message) => {
    await expect(migrate(body, { views })).rejects.toThrow(message);
  });

  test.each([
    'drop_view :titled\ndrop_table :accounts',
    'drop_table :accounts, force: :cascade',
    'change_column :users, :account_id, :bigint, null: false',
    'change_column_null :users, :age, false',
    'remove_column :accounts, :note',
  ])('%s is not', async (body) => {
    const added = 'add_column :accounts, :note, :string\n';
    await expect(migrate(added + body, { views })).resolves.toHaveProperty('after');
  });
});

describe('the version of the server', () => {
  beforeAll(loadPostgresqlParser);
  const rails = (text: string): RailsVersion | null => parseRailsVersion(text);

  test('is the one that prints the views as they stand', async () => {
    const bare = 'SELECT id,\n    name\n   FROM users\n  WHERE (age >= 18)';
    const files = project({ 'compose.yml': 'services:\n  db:\n    image: postgres:15-alpine\n' });
    expect(serverVersion(await dump({ adults: ADULTS }), null, rails('8.0'))).toBe(15);
    expect(serverVersion(await dump({ adults: bare }), files, rails('7.0'))).toBe(16);
  });

  test.each([
    ['docker-compose.yml', 'image: postgres:17.2', 17],
    ['.github/workflows/ci.yml', 'image: "postgres:14"', 14],
    ['.tool-versions', 'ruby 3.3.0\npostgres 16.1\n', 16],
    ['.circleci/config.yml', '- image: cimg/postgres:13.4', 13],
  ])('is what %s says where no view tells', async (path, text, version) => {
    expect(serverVersion(await dump(), project({ [path]: text }), rails('7.1'))).toBe(version);
  });

  test('is 16 from Rails 7.2 on where nothing tells, and 15 before', async () => {
    expect(serverVersion(await dump(), project(), rails('7.2'))).toBe(16);
    expect(serverVersion(await dump(), project(), rails('7.1'))).toBe(15);
    expect(serverVersion(await dump(), null, null)).toBe(15);
  });
});
