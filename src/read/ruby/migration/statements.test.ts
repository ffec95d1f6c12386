import { expect, test } from 'vitest';
import { findTable } from '../../../model/schema.ts';
import { columnType, predicted } from '../../../testing/predicted.ts';
import { readSchemaRb } from '../schema/read.ts';
import { readMigrations } from './read.ts';

test('a new table has the key, times and references of its migration’s Rails version', async () => {
  const change =
    'create_table :comments do |t|\nt.references :post, foreign_key: true\nt.datetime :at\nt.timestamps\nend';
  const now = (await predicted(change)).table('comments');
  expect(columnType(now, 'id')).toBe('bigint');
  expect(columnType(now, 'at')).toBe('timestamp(6) without time zone');
  expect(now?.indexes.map((index) => index.name)).toEqual(['index_comments_on_post_id']);
  expect(now?.foreignKeys[0]).toMatchObject({ columns: ['post_id'], toTable: 'posts' });
  const older = (await predicted(change, { version: '5.0' })).table('comments');
  expect(columnType(older, 'id')).toBe('integer');
  expect(columnType(older, 'post_id')).toBe('integer');
  expect(columnType(older, 'at')).toBe('timestamp without time zone');
  const oldest = (await predicted(change, { version: '4.2' })).table('comments');
  expect(oldest?.indexes).toEqual([]);
  expect(oldest?.columns.find((column) => column.name === 'created_at')?.nullable).toBe(true);
});

test('the default-named indexes of a renamed table and column are renamed along, as implied operations', async () => {
  const { operations, table } = await predicted(
    'rename_table :posts, :articles\nrename_column :articles, :user_id, :author_id',
  );
  expect(operations.map((operation) => [operation.kind, operation.impliedBy])).toEqual([
    ['renameTable', null],
    ['renameIndex', 'rename_table'],
    ['renameColumn', null],
    ['renameIndex', 'rename_column'],
  ]);
  expect(table('articles')?.indexes[0]?.name).toBe('index_articles_on_author_id');
});

test('change_table passes on to the commands of the migration', async () => {
  const { table } = await predicted(
    'change_table :users, bulk: true do |t|\nt.string :a, index: true\nt.remove :age\nt.rename :name, :label\nt.change_null :label, false\nend',
  );
  expect(table('users')?.columns.map((column) => column.name)).toEqual([
    'id',
    'email',
    'label',
    'a',
  ]);
  expect(table('users')?.indexes.at(-1)?.name).toBe('index_users_on_a');
});

test('change_column keeps null and default, and casts the default', async () => {
  const { table } = await predicted(
    'change_column_default :users, :age, 5\nchange_column_null :users, :age, false\nchange_column :users, :age, :string',
  );
  expect(table('users')?.columns.find((column) => column.name === 'age')).toMatchObject({
    type: 'character varying',
    nullable: false,
    default: { kind: 'literal', value: '5' },
  });
});

test('attachments and money of the usual gems become their columns', async () => {
  const { table } = await predicted(
    'add_attachment :users, :photo\nadd_monetize :posts, :price, currency: { present: false }',
  );
  expect(
    table('users')
      ?.columns.slice(-4)
      .map((column) => column.name),
  ).toEqual([...['photo_file_name', 'photo_content_type', 'photo_file_size', 'photo_updated_at']]);
  expect(table('posts')?.columns.at(-1)).toMatchObject({ name: 'price_cents', nullable: false });
});

test('a new MySQL table takes the character set of the one made last', async () => {
  const files = new Map([['db/migrate/20250101000000_make_posts.rb', 'create_table :posts']]);
  const schema = `ActiveRecord::Schema[7.1].define(version: 1) do
  create_table "users", charset: "utf8mb3", force: :cascade do |t|
  end
  create_table "tags", charset: "utf8mb3", force: :cascade do |t|
  end
  create_table "posts", charset: "utf8mb4", collation: "utf8mb4_bin", force: :cascade do |t|
  end
end
`;
  const before = await readSchemaRb(schema, 's.rb', { engine: 'mysql', rails: null });
  const text =
    'class A < ActiveRecord::Migration[7.1]\ndef change\ncreate_table :a\ncreate_table :b, options: "ENGINE=InnoDB DEFAULT CHARSET=latin1"\nend\nend\n';
  const project = {
    read: (path: string) => files.get(path) ?? null,
    list: () => [...files.keys()],
  };
  const { after } = await readMigrations([{ path: 'db/migrate/2_a.rb', text }], before.schema, {
    rails: null,
    project,
  });
  expect(findTable(after, 'a')).toMatchObject({
    charset: 'utf8mb4',
    collation: 'utf8mb4_bin',
    options: null,
  });
  expect(findTable(after, 'b')).toMatchObject({
    charset: 'latin1',
    collation: null,
    options: null,
  });
});

test('an object that is not there is told with the migration’s line and the nearest name', async () => {
  await expect(predicted('\nremove_column :userz, :age')).rejects.toMatchObject({
    location: { path: 'db/migrate/20260202000000_try.rb', line: 4 },
    remedy: expect.stringContaining('users'),
  });
  await expect(predicted('remove_index :posts, :title')).rejects.toThrow(
    'posts has no index on title',
  );
  await expect(predicted('remove_foreign_key :posts, :accounts')).rejects.toThrow(
    'no foreign key to accounts',
  );
});

test('the columns of a join table are references, which can have indexes and foreign keys', async () => {
  const options = 'column_options: { foreign_key: { to_table: :users }, index: true }';
  const change = `create_join_table :posts, :readers, table_name: :posts_readers, ${options}`;
  const joined = (await predicted(change)).table('posts_readers');
  expect(joined?.columns.map(({ name, nullable }) => [name, nullable])).toEqual([
    ['post_id', false],
    ['reader_id', false],
  ]);
  expect(joined?.foreignKeys.map(({ columns, toTable }) => [columns[0], toTable])).toEqual([
    ['post_id', 'users'],
    ['reader_id', 'users'],
  ]);
  expect(joined?.indexes.map(({ name }) => name)).toEqual([
    'index_posts_readers_on_post_id',
    'index_posts_readers_on_reader_id',
  ]);
  const plain = (await predicted('create_join_table :posts, :users')).table('posts_users');
  expect(plain?.indexes).toEqual([]);
});

test('a column whose default is not known is there, and the default is shown as such', async () => {
  const { operations, after } = await predicted(`
    create_table :entries
    add_timestamps :entries, default: Time.zone.now
    change_column_default :entries, :created_at, nil
  `);
  const columns = after.tables.at(-1)?.columns ?? [];
  expect(columns.map(({ name, default: given }) => [name, given])).toEqual([
    ['id', null],
    ['created_at', null],
    ['updated_at', null],
  ]);
  const reasons = operations.flatMap((shown) => (shown.kind === 'opaque' ? [shown.reason] : []));
  expect(reasons).toEqual(Array(2).fill('its default is not known: it depends on the time'));
});

test('a column becomes NOT NULL whatever is written into its rows', async () => {
  const { operations, after } = await predicted(`
    create_table(:entries) { |t| t.string :state }
    change_column_null :entries, :state, false, Entry.aasm.initial_state
  `);
  const columns = after.tables.at(-1)?.columns ?? [];
  expect(columns.find(({ name }) => name === 'state')?.nullable).toBe(false);
  expect(operations.map(({ kind }) => kind)).toEqual(['createTable', 'opaque', 'setColumnNull']);
});

test('a model whose table the migration makes stands for it', async () => {
  const { after } = await predicted(`
    create_table :documents do |t|
      t.string :title, null: false
    end
    change_column_null Document, :title, true
  `);
  const columns = after.tables.at(-1)?.columns ?? [];
  expect(columns.find(({ name }) => name === 'title')?.nullable).toBe(true);
});

test('the tables of acts-as-taggable-on have the names that the gem gives them', async () => {
  const { after } = await predicted(`
    create_table ActsAsTaggableOn.tags_table do |t|
      t.string :name
    end
    create_table ActsAsTaggableOn.taggings_table do |t|
      t.references :tag, foreign_key: { to_table: ActsAsTaggableOn.tags_table }
    end
    add_index ActsAsTaggableOn.tags_table, :name if ActsAsTaggableOn::Utils.using_mysql?
  `);
  const [, taggings] = after.tables.slice(-2);
  expect(after.tables.slice(-2).map(({ name }) => name)).toEqual(['tags', 'taggings']);
  expect(taggings?.foreignKeys[0]?.toTable).toBe('tags');
  expect(after.tables.at(-2)?.indexes).toEqual([]);
});

test('a reference of a project without plural table names has the table that is there as parent', async () => {
  const { after } = await predicted(`
    create_table :provider
    create_table :course do |t|
      t.references :provider, foreign_key: true
    end`);
  expect(findTable(after, 'course')?.foreignKeys[0]?.toTable).toBe('provider');
});

test('a USING that comes along with the type of change_column is the cast, not part of the type', async () => {
  const { migrations, after } = await predicted(
    "change_column :posts, :title, 'uuid USING title::uuid'",
  );
  expect(migrations[0]?.operations[0]).toMatchObject({ kind: 'setColumn', using: 'title::uuid' });
  expect(findTable(after, 'posts')?.columns.find(({ name }) => name === 'title')?.type).toBe(
    'uuid',
  );
});

test('a table whose foreign key points at a table that is not there is refused with its place', async () => {
  const create =
    'create_table :drafts do |t|\nt.references :writer, foreign_key: { to_table: :user }\nend';
  await expect(predicted(create)).rejects.toMatchObject({
    message: 'there is no table "user"',
    location: { path: 'db/migrate/20260202000000_try.rb' },
  });
});

test('a foreign key that is not there is refused with those that are', async () => {
  const remove = 'remove_foreign_key :posts, :users, column: :user_id, name: "posts_by_user"';
  await expect(predicted(remove)).rejects.toMatchObject({
    message: 'posts has no foreign key to users on user_id named "posts_by_user"',
    remedy: expect.stringMatching(/^Its foreign keys: fk_rails_\w+ \(user_id → users\)\.$/),
  });
});
