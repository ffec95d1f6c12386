import { expect, test } from 'vitest';
import type { Engine } from '../../../model/engine.ts';
import { findTable } from '../../../model/schema.ts';
import { readSchemaRb } from '../schema/read.ts';
import { readMigrations } from './read.ts';

const TABLES = `
  create_table "users", force: :cascade do |t|
    t.string "email", null: false
    t.string "name"
    t.integer "age"
    t.index ["email"], name: "index_users_on_email", unique: true
  end
  create_table "posts", force: :cascade do |t|
    t.bigint "user_id", null: false
    t.string "title"
    t.index ["user_id"], name: "index_posts_on_user_id"
  end
  add_foreign_key "posts", "users"
`;

interface Given {
  readonly version?: string;
  readonly engine?: Engine;
  readonly files?: { readonly [path: string]: string };
  /** Other statements of the class, and whole methods instead of a \`change\`. */
  readonly body?: string;
}

async function migrate(
  change: string,
  { version = '7.1', engine = 'postgresql', files = {}, body }: Given = {},
) {
  const schema = `ActiveRecord::Schema[7.1].define(version: 2026_01_01_000000) do\n${TABLES}end\n`;
  const before = await readSchemaRb(schema, 'db/schema.rb', { engine, rails: null });
  const text = `class Try < ActiveRecord::Migration[${version}]\n${body ?? `def change\n${change}\nend`}\nend\n`;
  const path = 'db/migrate/20260202000000_try.rb';
  const prediction = await readMigrations([{ path, text }], before.schema, {
    rails: null,
    project: {
      read: (name) => files[name] ?? null,
      list: (folder) =>
        Object.keys(files)
          .filter((name) => name.startsWith(`${folder}/`))
          .sort(),
    },
  });
  const [migration] = prediction.migrations;
  if (!migration) throw new Error('no migration was read');
  const table = (name: string) => findTable(prediction.after, name);
  const kinds = migration.operations.map((operation) => operation.kind);
  return { ...prediction, migration, table, kinds, operations: migration.operations };
}

function columnType(table: ReturnType<typeof findTable>, name: string): string | undefined {
  return table?.columns.find((column) => column.name === name)?.type;
}

test('a new table has the key, times and references of its migration’s Rails version', async () => {
  const change =
    'create_table :comments do |t|\nt.references :post, foreign_key: true\nt.datetime :at\nt.timestamps\nend';
  const now = (await migrate(change)).table('comments');
  expect(columnType(now, 'id')).toBe('bigint');
  expect(columnType(now, 'at')).toBe('timestamp(6) without time zone');
  expect(now?.indexes.map((index) => index.name)).toEqual(['index_comments_on_post_id']);
  expect(now?.foreignKeys[0]).toMatchObject({ columns: ['post_id'], toTable: 'posts' });
  const older = (await migrate(change, { version: '5.0' })).table('comments');
  expect(columnType(older, 'id')).toBe('integer');
  expect(columnType(older, 'post_id')).toBe('integer');
  expect(columnType(older, 'at')).toBe('timestamp without time zone');
  const oldest = (await migrate(change, { version: '4.2' })).table('comments');
  expect(oldest?.indexes).toEqual([]);
  expect(oldest?.columns.find((column) => column.name === 'created_at')?.nullable).toBe(true);
});

test('the version of the schema moves on to that of the migration', async () => {
  expect((await migrate('add_column :users, :a, :integer')).after.version).toBe('20260202000000');
});

test('the default-named indexes of a renamed table and column are renamed along, as implied operations', async () => {
  const { operations, table } = await migrate(
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

test('conditions on the schema are decided as at that line', async () => {
  const { kinds } = await migrate(`
    add_column :users, :a, :integer unless column_exists?(:users, :a)
    add_column :users, :a, :integer unless column_exists?(:users, :a)
    drop_table :nothing if table_exists?(:nothing)
    remove_index :users, :email if index_exists?(:users, :email)
    return if extension_enabled?("hstore")
    add_index :users, :name if connection.adapter_name == "PostgreSQL"
  `);
  expect(kinds).toEqual(['addColumn', 'dropIndex', 'addIndex']);
});

test('loops, constants, helper methods and interpolation are evaluated', async () => {
  const { table } = await migrate('', {
    body: `
      COLUMNS = { first: :string, second: :integer }.freeze
      def change
        COLUMNS.each { |name, type| add_column :users, "x_#{name}", type }
        %i[a b].each_with_index do |name, position|
          flag(name, position)
        end
      end
      private def flag(name, position, table: :users)
        add_column table, :"#{name}_#{position + 1}", :boolean, default: false, null: false
      end`,
  });
  expect(table('users')?.columns.map((column) => column.name)).toEqual([
    ...['id', 'email', 'name', 'age', 'x_first', 'x_second', 'a_1', 'b_2'],
  ]);
});

test('a condition on data decides nothing: schema changes under it are opaque, rows are shown with it', async () => {
  const { operations, table } = await migrate(`
    if User.where(age: nil).exists?
      User.where(age: nil).update_all(age: 0)
      change_column_null :users, :age, false
    end
  `);
  expect(operations.map((operation) => operation.kind)).toEqual(['changeRows', 'opaque']);
  expect(
    operations.every((operation) => operation.condition === 'User.where(age: nil).exists?'),
  ).toBe(true);
  expect(operations[1]).toMatchObject({ touches: ['users'] });
  expect(table('users')?.columns.find((column) => column.name === 'age')?.nullable).toBe(true);
});

test('what follows a return that may happen runs under the opposite condition', async () => {
  const { operations } = await migrate('return if User.none?\nadd_column :users, :a, :integer');
  expect(operations).toMatchObject([{ kind: 'opaque', condition: 'not (User.none?)' }]);
});

test.each([
  ['User.update_all(age: 1)', 'users', 'update', 'whole', false],
  ['User.where(age: 1).delete_all', 'users', 'delete', 'part', false],
  ['User.find_each { |user| user.update!(age: 2) }', 'users', 'update', 'whole', true],
  [
    'User.in_batches { |batch| batch.where(age: nil).update_all(age: 0) }',
    'users',
    'update',
    'part',
    true,
  ],
  ['Post.create!(title: "x")', 'posts', 'insert', 'part', false],
  ['execute "DELETE FROM posts"', 'posts', 'delete', 'whole', false],
  ['execute "UPDATE users SET age = 1 WHERE id IN (SELECT 1)"', 'users', 'update', 'part', false],
  ['execute "TRUNCATE posts"', 'posts', 'truncate', 'whole', false],
])('%s changes rows', async (statement, table, verb, scope, batched) => {
  const { operations } = await migrate(statement);
  expect(operations).toMatchObject([{ kind: 'changeRows', table, verb, scope, batched }]);
});

test('a model written in the migration gives its own table', async () => {
  const body =
    'class Person < ActiveRecord::Base\nself.table_name = "users"\nend\ndef up\nPerson.reset_column_information\nPerson.delete_all\nend';
  const { operations, migration } = await migrate('', { body });
  expect(operations).toMatchObject([{ kind: 'changeRows', table: 'users', verb: 'delete' }]);
  expect(migration.down.kind).toBe('none');
});

test('what is not understood is opaque, with its place, a reason and its tables', async () => {
  const { operations } = await migrate(
    'frobnicate :users, "posts"\nadd_column :users, :a, :integer',
  );
  expect(operations[0]).toMatchObject({
    kind: 'opaque',
    text: 'frobnicate :users, "posts"',
    touches: ['users', 'posts'],
    source: { path: 'db/migrate/20260202000000_try.rb', line: 3 },
  });
  expect(operations[1]?.kind).toBe('addColumn');
});

test('what is not understood in the block of a table touches that table', async () => {
  const { operations } = await migrate(
    'create_table(:tags) { |t| t.frob :a }\nchange_table(:users) { |t| t.frob :b }',
  );
  expect(operations).toMatchObject([
    { kind: 'opaque', touches: ['tags'] },
    { kind: 'createTable' },
    { kind: 'opaque', touches: ['users'] },
  ]);
});

test.each([
  'loop { puts 1 }',
  'x = "a"\nwhile true do x += x end',
  'x = [1]\nloop { x += x }',
  'x = []\nx << x\nadd_column :users, "#{x}", :string',
  'x = [*1..9000].product([*1..9000])\nfrobnicate x',
])('%j ends, and is opaque', async (change) => {
  expect((await migrate(change)).kinds).toEqual(['opaque']);
});

test('a method that calls itself without end stops, and the migration is opaque', async () => {
  const body = 'def change\nagain(1)\nend\ndef again(n)\nagain(n + 1)\nend';
  expect((await migrate('', { body })).kinds).toEqual(['opaque']);
});

test('safety_assured marks what is in it, wrappers pass through', async () => {
  const { operations } = await migrate(`
    safety_assured { remove_column :users, :age, :integer }
    disable_statement_timeout { add_column :users, :b, :integer }
  `);
  expect(operations.map((operation) => [operation.kind, operation.assured])).toEqual([
    ['dropColumn', true],
    ['addColumn', false],
  ]);
});

test('reversible runs its way forward only, revert runs commands the other way round', async () => {
  const { operations } = await migrate(`
    reversible { |dir| dir.up { execute "SET x = 1" }; dir.down { drop_table :users } }
    revert { add_index :users, :email, unique: true; add_column :users, :age, :integer }
  `);
  expect(operations.map((operation) => operation.kind)).toEqual([
    'runSql',
    'dropColumn',
    'dropIndex',
  ]);
});

test('revert of another migration reads it from db/migrate', async () => {
  const files = {
    'db/migrate/20250101000000_add_age.rb':
      'class AddAge < ActiveRecord::Migration[7.0]\ndef change\nadd_column :users, :age, :integer\nend\nend\n',
  };
  const { operations } = await migrate('revert AddAge', { files });
  expect(operations).toMatchObject([{ kind: 'dropColumn', table: 'users', column: 'age' }]);
});

test('what a rollback of change cannot undo is told with Rails’ reason', async () => {
  const { migration } = await migrate(`
    remove_column :users, :age
    change_column_default :users, :name, "x"
    add_column :users, :b, :integer
    change_column :users, :name, :text
    validate_foreign_key :posts, :users
  `);
  expect(migration.down).toMatchObject({
    kind: 'change',
    irreversible: [
      { reason: 'remove_column is only reversible if given a type', source: { line: 4 } },
      { reason: 'change_column_default is only reversible if given a :from and :to option' },
      { reason: 'change_column is not automatically reversible' },
    ],
  });
});

test.each([
  ['def up\nend\ndef down\ndrop_table :x\nend', 'written'],
  ['def up\nend\ndef down\nraise ActiveRecord::IrreversibleMigration\nend', 'none'],
  ['def up\nend', 'none'],
])('%j goes back: %s', async (body, kind) => {
  expect((await migrate('', { body })).migration.down.kind).toBe(kind);
});

test('disable_ddl_transaction! and an engine without transactional DDL are told', async () => {
  const body =
    'disable_ddl_transaction!\ndef change\nadd_index :users, :name, algorithm: :concurrently\nend';
  const { migration, operations } = await migrate('', { body });
  expect(migration.transactional).toBe(false);
  expect(operations).toMatchObject([
    { kind: 'addIndex', concurrently: true, index: { name: 'index_users_on_name' } },
  ]);
  expect((await migrate('', { engine: 'mysql' })).migration.transactional).toBe(false);
});

test('scenic views and fx functions are read from their files', async () => {
  const files = {
    'db/views/adults_v02.sql': 'SELECT id, week_of(age) FROM users\n;\n',
    'db/functions/f_v01.sql': 'CREATE FUNCTION f() RETURNS int AS $$ SELECT 1; $$ LANGUAGE sql;\n',
  };
  const { after } = await migrate('create_view :adults, version: 2\ncreate_function :f', { files });
  expect(after.views).toMatchObject([
    { name: 'adults', definition: 'SELECT id, week_of(age) FROM users' },
  ]);
  expect(after.functions[0]?.definition).toContain('$$ SELECT 1; $$');
});

test('change_table passes on to the commands of the migration', async () => {
  const { table } = await migrate(
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
  const { table } = await migrate(
    'change_column_default :users, :age, 5\nchange_column_null :users, :age, false\nchange_column :users, :age, :string',
  );
  expect(table('users')?.columns.find((column) => column.name === 'age')).toMatchObject({
    type: 'character varying',
    nullable: false,
    default: { kind: 'literal', value: '5' },
  });
});

test('attachments and money of the usual gems become their columns', async () => {
  const { table } = await migrate(
    'add_attachment :users, :photo\nadd_monetize :posts, :price, currency: { present: false }',
  );
  expect(
    table('users')
      ?.columns.slice(-4)
      .map((column) => column.name),
  ).toEqual([...['photo_file_name', 'photo_content_type', 'photo_file_size', 'photo_updated_at']]);
  expect(table('posts')?.columns.at(-1)).toMatchObject({ name: 'price_cents', nullable: false });
});

test('SQL with an unknown value still tells which rows it changes', async () => {
  const { operations } = await migrate(
    'User.find_each { |user| execute "UPDATE posts SET title = #{user.name} WHERE id = 1" }',
  );
  expect(operations).toMatchObject([
    { kind: 'changeRows', table: 'posts', verb: 'update', scope: 'part' },
  ]);
});

test('after a statement that was not understood, what seems to be missing may be there', async () => {
  const { operations } = await migrate('frobnicate :users\nremove_column :users, :made_by_it');
  expect(operations.map((operation) => operation.kind)).toEqual(['opaque', 'opaque']);
});

test('options that are spread from something unknown make the command opaque', async () => {
  const { operations } = await migrate('add_column :users, :a, :string, **options_of_the_app');
  expect(operations).toMatchObject([{ kind: 'opaque', touches: ['users'] }]);
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
  await expect(migrate('\nremove_column :userz, :age')).rejects.toMatchObject({
    location: { path: 'db/migrate/20260202000000_try.rb', line: 4 },
    remedy: expect.stringContaining('users'),
  });
  await expect(migrate('remove_index :posts, :title')).rejects.toThrow(
    'posts has no index on title',
  );
  await expect(migrate('remove_foreign_key :posts, :accounts')).rejects.toThrow(
    'no foreign key to accounts',
  );
});

test.each([
  ['postgresql', ['ours', 'not_oracle']],
  ['mysql', ['theirs', 'not_oracle']],
] as const)('a constant that is asked for %s knows the engine', async (engine, added) => {
  const change = `
    add_column :posts, :ours, :integer if Blog::Database.postgres?
    add_column :posts, :theirs, :integer if Blog::Database.mysql?
    add_column :posts, :not_oracle, :integer unless Blog::Database.oracle?`;
  const { table, kinds } = await migrate(change, { engine });
  expect(
    table('posts')
      ?.columns.slice(3)
      .map(({ name }) => name),
  ).toEqual(added);
  expect(kinds).not.toContain('opaque');
});

test('the columns of a join table are references, which can have indexes and foreign keys', async () => {
  const options = 'column_options: { foreign_key: { to_table: :users }, index: true }';
  const change = `create_join_table :posts, :readers, table_name: :posts_readers, ${options}`;
  const joined = (await migrate(change)).table('posts_readers');
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
  const plain = (await migrate('create_join_table :posts, :users')).table('posts_users');
  expect(plain?.indexes).toEqual([]);
});

test('commands outside of any method run when the file is loaded, with no way back', async () => {
  const body = 'change_table(:posts) do |t|\n  t.integer :theme, default: 0, null: false\nend';
  const { migration, table } = await migrate('', { body });
  expect(table('posts')?.columns.at(-1)).toMatchObject({ name: 'theme', nullable: false });
  expect(migration.down).toMatchObject({
    kind: 'none',
    irreversible: [{ source: { line: 2 }, reason: expect.stringContaining('file is loaded') }],
  });
});

test('a migration whose methods are a module of another file is not understood, and not refused', async () => {
  const { operations, migration } = await migrate('', { body: 'extend Fuzzy::Migration' });
  expect(operations).toMatchObject([
    {
      kind: 'opaque',
      text: 'extend Fuzzy::Migration',
      reason: expect.stringContaining('another file'),
    },
  ]);
  expect(migration.down.kind).toBe('none');
});

test.each([['puts 1', /no migration class/]])('%j is refused', async (text, message) => {
  const empty = await readSchemaRb(
    'ActiveRecord::Schema[7.1].define(version: 1) do\nend\n',
    's.rb',
    { engine: 'postgresql', rails: null },
  );
  const options = { rails: null, project: { read: () => null, list: () => [] } };
  await expect(
    readMigrations([{ path: 'db/migrate/1_a.rb', text }], empty.schema, options),
  ).rejects.toThrow(message);
});

test.each([
  ['an empty class', 'class A < ActiveRecord::Migration[7.1]\nend\n', 0],
  [
    'a base class chosen by the version of Rails',
    `base = if ActiveRecord::VERSION::MAJOR >= 5
  ActiveRecord::Migration[4.2]
else
  ActiveRecord::Migration
end
class A < base
  def change
    create_table :tags
  end
end
`,
    1,
  ],
  [
    'a class that is opened again',
    `if ActiveRecord.gem_version >= Gem::Version.new('5.0')
  class A < ActiveRecord::Migration[4.2]; end
else
  class A < ActiveRecord::Migration; end
end
A.class_eval do
  def self.up
    create_table :tags
  end
end
`,
    1,
  ],
])('the migration of a file may be %s', async (_, text, count) => {
  const empty = await readSchemaRb(
    'ActiveRecord::Schema[7.1].define(version: 1) do\nend\n',
    's.rb',
    { engine: 'postgresql', rails: null },
  );
  const options = { rails: { major: 7, minor: 1 }, project: { read: () => null, list: () => [] } };
  const { after, migrations } = await readMigrations(
    [{ path: 'db/migrate/1_a.rb', text }],
    empty.schema,
    options,
  );
  expect(migrations[0]?.operations).toHaveLength(count);
  // Migration[4.2] numbers rows by integer keys.
  expect(after.tables.map(({ columns }) => columns[0]?.type)).toEqual(
    Array.from({ length: count }, () => 'integer'),
  );
});

test('a column whose default is not known is there, and the default is shown as such', async () => {
  const { operations, after } = await migrate(`
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
  const { operations, after } = await migrate(`
    create_table(:entries) { |t| t.string :state }
    change_column_null :entries, :state, false, Entry.aasm.initial_state
  `);
  const columns = after.tables.at(-1)?.columns ?? [];
  expect(columns.find(({ name }) => name === 'state')?.nullable).toBe(false);
  expect(operations.map(({ kind }) => kind)).toEqual(['createTable', 'opaque', 'setColumnNull']);
});

test('a model whose table the migration makes stands for it', async () => {
  const { after } = await migrate(`
    create_table :documents do |t|
      t.string :title, null: false
    end
    change_column_null Document, :title, true
  `);
  const columns = after.tables.at(-1)?.columns ?? [];
  expect(columns.find(({ name }) => name === 'title')?.nullable).toBe(true);
});

test('the tables of acts-as-taggable-on have the names that the gem gives them', async () => {
  const { after } = await migrate(`
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
  const { after } = await migrate(`
    create_table :provider
    create_table :course do |t|
      t.references :provider, foreign_key: true
    end`);
  expect(findTable(after, 'course')?.foreignKeys[0]?.toTable).toBe('provider');
});

test('a USING that comes along with the type of change_column is the cast, not part of the type', async () => {
  const { migrations, after } = await migrate(
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
  await expect(migrate(create)).rejects.toMatchObject({
    message: 'there is no table "user"',
    location: { path: 'db/migrate/20260202000000_try.rb' },
  });
});

test('a foreign key that is not there is refused with those that are', async () => {
  const remove = 'remove_foreign_key :posts, :users, column: :user_id, name: "posts_by_user"';
  await expect(migrate(remove)).rejects.toMatchObject({
    message: 'posts has no foreign key to users on user_id named "posts_by_user"',
    remedy: expect.stringMatching(/^Its foreign keys: fk_rails_\w+ \(user_id → users\)\.$/),
  });
});
