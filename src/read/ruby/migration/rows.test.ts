import { expect, test } from 'vitest';
import { migrated } from '../../../testing/migrate.ts';

const rowsOf = async (code: string) => {
  const { operations } = await migrated(code);
  return operations.map((operation) =>
    operation.kind === 'changeRows'
      ? [operation.table, operation.verb, operation.scope].join(' ')
      : operation.kind,
  );
};

test.each([
  ['User.find_or_create_by!(email: "a")', 'users insert part'],
  ['User.where(age: 1).first_or_create', 'users insert part'],
  ['User.find_by_email("a").touch', 'users update part'],
  ['User.find_all_by_age(1).each(&:save!)', 'users update part'],
  ['User.find_or_create_by_email("a")', 'users insert part'],
  [
    'User.find_each { |u| ActiveRecord::Encryption.without_encryption { u.update_columns(a: 1) } }',
    'users update whole',
  ],
  ['User.upsert_all([{ email: "a" }])', 'users update whole'],
  ['User.find_by(age: 1)&.touch', 'users update part'],
  ['User.all.each(&:save!)', 'users update whole'],
  ['user = User.new\nuser.name = "a"\nuser.save', 'users update part'],
  ['User.first.increment!(:age)', 'users update part'],
  ['User.find_each { |user| user.posts << Post.new }', ' unknown unknown'],
  ['User.find_each { |user| user.tags -= ["a"] }', ' unknown unknown'],
  ['User.find_each { |user| user.age ||= 1; user.save! }', 'users update whole'],
  ['User.in_batches.update_all(age: 1)', 'users update whole'],
  ['User.where(age: 1).in_batches(of: 10) { |some| some.delete_all }', 'users delete part'],
  ['User.connection.execute("DELETE FROM posts WHERE user_id = 1")', 'posts delete part'],
  ['User.first.activate!', 'users unknown part'],
  ['User.first.send(:age=, 1)\nUser.delete_by(age: 1)', 'users delete whole'],
  ['for user in User.all do user.destroy end', 'users delete whole'],
  ['Gone::Model.where(a: 1).update_all(a: 2)', ' update part'],
])('%s changes rows', async (code, expected) => {
  expect(await rowsOf(code)).toEqual([expected]);
});

test.each([
  'User.reset_column_information',
  'names = User.where(age: 1).pluck(:name).uniq.compact',
  'User.first.name.to_s.strip.downcase',
  'User.find_by_email("a").name\nputc "."',
  'User.module_eval do\nundef :name\nend',
  'StrongMigrations.target_version = 12',
])('%s changes nothing', async (code) => {
  expect(await rowsOf(code)).toEqual([]);
});

test("a gem's method of a model that makes a table is not taken for a scope", async () => {
  expect(await rowsOf('User.create_versioned_table')).toEqual(['opaque']);
  expect(await rowsOf('User.created_lately.update_all(age: 1)')).toEqual(['users update part']);
});

test('a statement in a loop over a list is one operation for the rows that it changes', async () => {
  expect(await rowsOf('50.times { |n| User.create!(email: "#{n}@example.com") }')).toEqual([
    'users insert part',
  ]);
});

test('what was read from rows flows on without touching the schema', async () => {
  const { operations, columns } = await migrated(`
    admin = User.find_by!(email: "a")
    ids = admin.posts.map(&:id)
    admin.profile.settings.merge!(theme: "dark")
    Post.where(id: ids).update_all(title: admin.name)
    add_column :posts, :kind, :string
  `);
  expect(operations.some(({ kind }) => kind === 'opaque')).toBe(false);
  expect(columns('posts').at(-1)).toBe('kind');
});

test('a value of the rows in the schema leaves that statement open', async () => {
  const { reasons } = await migrated(
    'add_column :posts, :kind, :string, default: User.first.name\nadd_column :posts, :sort, :string',
  );
  expect(reasons).toEqual([expect.stringContaining('users')]);
});

test('a schema change that runs once for each row is not taken to run', async () => {
  const { reasons, columns } = await migrated(
    'User.find_each { |user| add_column :posts, :extra, :string }',
  );
  expect(reasons).toEqual(['it runs once for each of the rows of users']);
  expect(columns('posts')).not.toContain('extra');
});
