import { expect, test } from 'vitest';
import { findTable } from '../../../model/schema.ts';
import { migrated, migratedFile } from '../../../testing/migrate.ts';

test('globalize makes the table of translations, with its indexes', async () => {
  const { after, columns, reasons } = await migrated(
    'Post.create_translation_table!({ title: :string, body: { type: :text, null: false } }, { remove_source_columns: true })',
  );
  expect(reasons).toEqual([]);
  expect(columns('post_translations')).toEqual([
    ...['id', 'post_id', 'locale', 'created_at', 'updated_at', 'title', 'body'],
  ]);
  expect(columns('posts')).toEqual(['id', 'user_id']);
  const table = findTable(after, 'post_translations');
  expect(table?.indexes.map(({ name }) => name)).toEqual([
    ...['index_post_translations_on_post_id', 'index_post_translations_on_locale'],
  ]);
  expect(table?.columns.map(({ type }) => type).slice(0, 2)).toEqual(['bigint', 'bigint']);
});

test('globalize takes the columns that the model translates, when none are given', async () => {
  const files = {
    'app/models/post.rb': 'class Post < ActiveRecord::Base\n translates :title\nend',
  };
  const made = await migrated('Post.create_translation_table!', { files });
  expect(made.columns('post_translations').slice(5)).toEqual(['title']);
  const dropped = await migrated('Post.create_translation_table!\nPost.drop_translation_table!');
  expect(findTable(dropped.after, 'post_translations')).toBeNull();
});

test('fuzzily’s migration makes its table', async () => {
  const { columns, reasons } = await migratedFile(
    'class Try < ActiveRecord::Migration[7.1]\n  extend Fuzzily::Migration\n  self.trigrams_table_name = :shingles\nend\n',
  );
  expect(reasons).toEqual([]);
  expect(columns('shingles')).toEqual([
    ...['id', 'trigram', 'score', 'owner_id', 'owner_type', 'fuzzy_field'],
  ]);
});

test('online_migrations adds constraints under the names that it gives them', async () => {
  const { after, reasons } = await migrated(`
    add_not_null_constraint :users, :name, validate: false
    validate_not_null_constraint :users, :name
    add_text_limit_constraint :users, :email, 255
    add_column_with_default :users, :active, :boolean, default: true, null: false
    swap_column_names :users, :name, :email
    update_column_in_batches :users, :age, 1
  `);
  expect(reasons).toEqual([]);
  const table = findTable(after, 'users');
  expect(table?.checkConstraints).toHaveLength(2);
  expect(table?.columns.map(({ name }) => name)).toEqual([
    ...['id', 'name', 'email', 'age', 'active'],
  ]);
});

test('a reference that is added concurrently has its index and foreign key', async () => {
  const { after, reasons } = await migrated(
    'add_reference_concurrently :posts, :editor, foreign_key: { to_table: :users }',
  );
  expect(reasons).toEqual([]);
  const table = findTable(after, 'posts');
  expect(table?.indexes.at(-1)?.name).toBe('index_posts_on_editor_id');
  expect(table?.foreignKeys[0]).toMatchObject({ columns: ['editor_id'], toTable: 'users' });
});

test.each([
  ['StrongMigrations.disable_check(:rename_table)', []],
  ['Flipper.enable(:search)', ['changeRows']],
  ['CleanUpJob.perform_later', ['opaque']],
  ['Rake::Task["data:fill"].invoke', ['opaque']],
])('%s', async (code, kinds) => {
  expect((await migrated(code)).operations.map(({ kind }) => kind)).toEqual(kinds);
});

test('a job or task that is started is named in the reason', async () => {
  const files = { 'app/jobs/clean_up_job.rb': 'class CleanUpJob < ApplicationJob\nend' };
  const code = 'Rake::Task["data:fill"].invoke\nCleanUpJob.perform_later';
  const { reasons } = await migrated(code, { files });
  expect(reasons).toEqual([
    'it runs the Rake task data:fill, which may change rows, or anything else',
    'it starts the job CleanUpJob, which may change rows, or anything else',
  ]);
});

/** Steps of online_migrations that are taken in turn, and the tables and columns afterwards. */
async function renamed(code: string) {
  const { after, reasons, columns, operations } = await migrated(code);
  expect(reasons).toEqual([]);
  return {
    tables: after.tables.map(({ name }) => name).sort(),
    views: after.views.map(({ name }) => name),
    columns: (table: string) => columns(table),
    kinds: operations.map(({ kind }) => kind),
  };
}

test('online_migrations hides a table behind a view while a column has two names', async () => {
  const start = 'initialize_column_rename :users, :name, :full_name\n';
  const begun = await renamed(start);
  expect(begun.tables).toEqual(['posts', 'users_column_rename']);
  expect(begun.views).toEqual(['users']);
  expect(begun.columns('users_column_rename')).toContain('name');
  const done = await renamed(`${start}finalize_column_rename :users, :name, :full_name`);
  expect(done.tables).toEqual(['posts', 'users']);
  expect(done.views).toEqual([]);
  expect(done.columns('users')).toContain('full_name');
  const undone = await renamed(`${start}revert_initialize_column_rename :users, :name, :full_name`);
  expect(undone.columns('users')).toContain('name');
  const several = await renamed(
    'initialize_columns_rename :users, { name: :a, email: :b }\nfinalize_columns_rename :users, { name: :a, email: :b }',
  );
  expect(several.columns('users')).toEqual(['id', 'b', 'a', 'age']);
});

test('online_migrations leaves a view under the old name of a table', async () => {
  const start = 'initialize_table_rename :users, :people\n';
  const begun = await renamed(start);
  expect([begun.tables, begun.views]).toEqual([['people', 'posts'], ['users']]);
  const done = await renamed(`${start}finalize_table_rename :users, :people`);
  expect([done.tables, done.views]).toEqual([['people', 'posts'], []]);
  const undone = await renamed(`${start}revert { initialize_table_rename :users, :people }`);
  expect([undone.tables, undone.views]).toEqual([['posts', 'users'], []]);
});

test('a step of a rename that lacks what its way back needs is not reversible', async () => {
  const { reasons } = await migrated(
    'initialize_table_rename :users, :people\nrevert { finalize_table_rename :users }',
  );
  expect(reasons).toEqual(['finalize_table_rename is only reversible if given a new_name']);
});

test.each([
  [
    'create_trigger("t", generated: true, compatibility: 1).on("users").after(:insert) { "SELECT 1;" }',
    'hair_trigger',
    ['users'],
  ],
  ['drop_trigger("t", "users", generated: true)', 'hair_trigger', ['users']],
  ['Que.migrate!(version: 4)', 'que', ['que_jobs']],
  ['initialize_column_type_change :users, :age, :bigint', 'online_migrations', ['users']],
  ['add_index_in_background :users, :name', 'online_migrations', ['users']],
  ['create_extension "citext"', 'pg_saurus', []],
  ['change_table(:users) { |t| t.userstamps }', 'userstamps', ['users']],
  ['change_table(:users) { |t| t.trackable }', 'devise', ['users']],
])('%s is opaque, and names the gem and the object', async (code, gem, tables) => {
  const { operations } = await migrated(code);
  expect(operations).toMatchObject([{ kind: 'opaque', touches: tables }]);
  expect(operations[0]).toHaveProperty('reason', expect.stringContaining(gem));
});
