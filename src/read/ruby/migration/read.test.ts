import { expect, test } from 'vitest';
import { predicted } from '../../../testing/predicted.ts';
import { readSchemaRb } from '../schema/read.ts';
import { readMigrations } from './read.ts';

test('the version of the schema moves on to that of the migration', async () => {
  expect((await predicted('add_column :users, :a, :integer')).after.version).toBe('20260202000000');
});

test('conditions on the schema are decided as at that line', async () => {
  const { kinds } = await predicted(`
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
  const { table } = await predicted('', {
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
  const { operations, table } = await predicted(`
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
  const { operations } = await predicted('return if User.none?\nadd_column :users, :a, :integer');
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
  const { operations } = await predicted(statement);
  expect(operations).toMatchObject([{ kind: 'changeRows', table, verb, scope, batched }]);
});

test('a model written in the migration gives its own table', async () => {
  const body =
    'class Person < ActiveRecord::Base\nself.table_name = "users"\nend\ndef up\nPerson.reset_column_information\nPerson.delete_all\nend';
  const { operations, migration } = await predicted('', { body });
  expect(operations).toMatchObject([{ kind: 'changeRows', table: 'users', verb: 'delete' }]);
  expect(migration.down.kind).toBe('none');
});

test('what is not understood is opaque, with its place, a reason and its tables', async () => {
  const { operations } = await predicted(
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
  const { operations } = await predicted(
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
  expect((await predicted(change)).kinds).toEqual(['opaque']);
});

test('a method that calls itself without end stops, and the migration is opaque', async () => {
  const body = 'def change\nagain(1)\nend\ndef again(n)\nagain(n + 1)\nend';
  expect((await predicted('', { body })).kinds).toEqual(['opaque']);
});

test('safety_assured marks what is in it, wrappers pass through', async () => {
  const { operations } = await predicted(`
    safety_assured { remove_column :users, :age, :integer }
    disable_statement_timeout { add_column :users, :b, :integer }
  `);
  expect(operations.map((operation) => [operation.kind, operation.assured])).toEqual([
    ['dropColumn', true],
    ['addColumn', false],
  ]);
});

test('reversible runs its way forward only, revert runs commands the other way round', async () => {
  const { operations } = await predicted(`
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
  const { operations } = await predicted('revert AddAge', { files });
  expect(operations).toMatchObject([{ kind: 'dropColumn', table: 'users', column: 'age' }]);
});

test('what a rollback of change cannot undo is told with Rails’ reason', async () => {
  const { migration } = await predicted(`
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
  expect((await predicted('', { body })).migration.down.kind).toBe(kind);
});

test('disable_ddl_transaction! and an engine without transactional DDL are told', async () => {
  const body =
    'disable_ddl_transaction!\ndef change\nadd_index :users, :name, algorithm: :concurrently\nend';
  const { migration, operations } = await predicted('', { body });
  expect(migration.transactional).toBe(false);
  expect(operations).toMatchObject([
    { kind: 'addIndex', concurrently: true, index: { name: 'index_users_on_name' } },
  ]);
  expect((await predicted('', { engine: 'mysql' })).migration.transactional).toBe(false);
});

test('scenic views and fx functions are read from their files', async () => {
  const files = {
    'db/views/adults_v02.sql': 'SELECT id, week_of(age) FROM users\n;\n',
    'db/functions/f_v01.sql': 'CREATE FUNCTION f() RETURNS int AS $$ SELECT 1; $$ LANGUAGE sql;\n',
  };
  const { after } = await predicted('create_view :adults, version: 2\ncreate_function :f', {
    files,
  });
  expect(after.views).toMatchObject([
    { name: 'adults', definition: 'SELECT id, week_of(age) FROM users' },
  ]);
  expect(after.functions[0]?.definition).toContain('AS $function$ SELECT 1; $function$');
});

test('SQL with an unknown value still tells which rows it changes', async () => {
  const { operations } = await predicted(
    'User.find_each { |user| execute "UPDATE posts SET title = #{user.name} WHERE id = 1" }',
  );
  expect(operations).toMatchObject([
    { kind: 'changeRows', table: 'posts', verb: 'update', scope: 'part' },
  ]);
});

test('after a statement that was not understood, what seems to be missing may be there', async () => {
  const { operations } = await predicted('frobnicate :users\nremove_column :users, :made_by_it');
  expect(operations.map((operation) => operation.kind)).toEqual(['opaque', 'opaque']);
});

test('options that are spread from something unknown make the command opaque', async () => {
  const { operations } = await predicted('add_column :users, :a, :string, **options_of_the_app');
  expect(operations).toMatchObject([{ kind: 'opaque', touches: ['users'] }]);
});

test.each([
  ['postgresql', ['ours', 'not_oracle']],
  ['mysql', ['theirs', 'not_oracle']],
] as const)('a constant that is asked for %s knows the engine', async (engine, added) => {
  const change = `
    add_column :posts, :ours, :integer if Blog::Database.postgres?
    add_column :posts, :theirs, :integer if Blog::Database.mysql?
    add_column :posts, :not_oracle, :integer unless Blog::Database.oracle?`;
  const { table, kinds } = await predicted(change, { engine });
  expect(
    table('posts')
      ?.columns.slice(3)
      .map(({ name }) => name),
  ).toEqual(added);
  expect(kinds).not.toContain('opaque');
});

test('commands outside of any method run when the file is loaded, with no way back', async () => {
  const body = 'change_table(:posts) do |t|\n  t.integer :theme, default: 0, null: false\nend';
  const { migration, table } = await predicted('', { body });
  expect(table('posts')?.columns.at(-1)).toMatchObject({ name: 'theme', nullable: false });
  expect(migration.down).toMatchObject({
    kind: 'none',
    irreversible: [{ source: { line: 2 }, reason: expect.stringContaining('file is loaded') }],
  });
});

test('a migration whose methods are a module of another file is not understood, and not refused', async () => {
  const { operations, migration } = await predicted('', { body: 'extend Fuzzy::Migration' });
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

test.each(['Rails.env.constructor', 'connection.columns(:users).first.constructor'])(
  '%s, which Ruby does not have, is not understood',
  async (asked) => {
    const { operations } = await predicted(`add_column :users, :a, :string if ${asked} == "a"`);
    expect(operations).toMatchObject([{ kind: 'opaque', touches: ['users'] }]);
  },
);
