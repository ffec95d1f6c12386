import { expect, test } from 'vitest';
import { type Files, migrated, migratedFile } from '../../../testing/migrate.ts';

const added = async (code: string, files: Files, top = '') => {
  const { columns, reasons } = await migrated(code, { files, top });
  return { added: columns('users').slice(4), reasons };
};

const HELPERS = {
  'lib/migration_helpers.rb': `
module MigrationHelpers
  SUFFIX = "_at"
  def stamp(table, name)
    add_column table, name.to_s + SUFFIX, :datetime
  end
end`,
};

test('methods of a module that the migration includes are found in lib, with their constants', async () => {
  const code = 'include MigrationHelpers\ndef change\nstamp :users, :seen\nend';
  expect(await added(code, HELPERS)).toEqual({ added: ['seen_at'], reasons: [] });
});

test('a required file is known by its path, also where no autoloader would find it', async () => {
  const files = { 'db/helpers/naming.rb': 'module Naming\ndef self.column = "named"\nend' };
  const code = 'add_column :users, Naming.column, :string';
  expect((await added(code, files)).reasons).toHaveLength(1);
  const top = 'require Rails.root.join("db/helpers/naming")';
  expect(await added(code, files, top)).toEqual({ added: ['named'], reasons: [] });
  const relative = 'require_relative "../helpers/naming"';
  expect(await added(code, files, relative)).toEqual({ added: ['named'], reasons: [] });
});

test.each([
  ['config/application.rb', 'module Shop\n class Application\n end\n MAX = "max"\nend'],
  ['config/initializers/limits.rb', 'module Shop\n MAX = "max".freeze\nend'],
  ['app/models/shop.rb', 'class Shop\n MAX = %w[a max].last\nend'],
  ['lib/shop/max.rb', 'module Shop\n MAX = ["m", "ax"].join\nend'],
])('a constant of %s has its value', async (path, text) => {
  expect(await added('add_column :users, Shop::MAX, :string', { [path]: text })).toEqual({
    added: ['max'],
    reasons: [],
  });
});

test('a base class of the project gives its methods, and super reaches them', async () => {
  const files = {
    'lib/base_migration.rb': `
class BaseMigration < ActiveRecord::Migration[7.1]
  def up
    add_column :users, :base, :string
  end
  def tag(table) = add_column(table, :tag, :string)
end`,
  };
  const text = 'class Try < BaseMigration\ndef up\nsuper\ntag :users\nend\nend\n';
  const { columns } = await migratedFile(text, { files });
  expect(columns('users').slice(4)).toEqual(['base', 'tag']);
});

test('an operation of a helper stands at the line of the migration that calls it', async () => {
  const code = 'include MigrationHelpers\ndef change\nstamp :users, :seen\nend';
  const { operations } = await migrated(code, { files: HELPERS });
  expect(operations[0]?.source).toMatchObject({
    path: 'db/migrate/20260202000000_try.rb',
    line: 5,
  });
});

test('what is not understood in a helper names the helper’s own line', async () => {
  const files = { 'lib/odd.rb': 'module Odd\ndef odd\n  frobnicate :users\nend\nend' };
  const { operations } = await migrated('include Odd\ndef change\nodd\nend', { files });
  expect(operations).toMatchObject([
    { kind: 'opaque', text: 'frobnicate :users', reason: expect.stringContaining('lib/odd.rb:3') },
  ]);
});

const MODELS = {
  'app/models/application_record.rb':
    'class ApplicationRecord < ActiveRecord::Base\n self.abstract_class = true\nend',
  'app/models/person.rb': 'class Person < ApplicationRecord\n self.table_name = "users"\nend',
  'app/models/author.rb': 'class Author < Person\nend',
  'app/models/blog.rb': 'module Blog\n def self.table_name_prefix\n  "blog_"\n end\nend',
  'app/models/blog/entry.rb': 'module Blog\n class Entry < ApplicationRecord\n end\nend',
};

test.each([
  ['Person.delete_all', 'users'],
  ['Author.delete_all', 'users'],
  ['Blog::Entry.delete_all', 'blog_entries'],
])('%s is on the table of its model, %s', async (code, table) => {
  const { operations } = await migrated(code, { files: MODELS });
  expect(operations).toMatchObject([{ kind: 'changeRows', verb: 'delete', table }]);
});

test('without plural table names a model has its own name', async () => {
  const files = {
    'config/application.rb':
      'module X\nclass A\nconfig.active_record.pluralize_table_names = false\nend\nend',
    'app/models/course.rb': 'class Course < ActiveRecord::Base\nend',
  };
  const { operations } = await migrated('Course.delete_all', { files });
  expect(operations).toMatchObject([{ kind: 'changeRows', table: 'course' }]);
});

test('a method of a model is followed to the rows that it changes', async () => {
  const files = {
    'app/models/user.rb':
      'class User < ActiveRecord::Base\ndef self.fix!\nwhere(age: nil).update_all(age: 0)\nend\nend',
  };
  const { operations } = await migrated('User.fix!', { files });
  expect(operations).toMatchObject([
    { kind: 'changeRows', table: 'users', verb: 'update', scope: 'part', source: { line: 4 } },
  ]);
});

test.each([
  ['posts.each { |post| Digest.of(post).store!(self) }', ['changeRows']],
  ['connection.execute("UPDATE users SET x = #{odd}")', ['changeRows']],
  ['odd_job(self.class.connection.execute(odd))', ['opaque']],
  ['CleanUp.perform_later(self)', ['opaque']],
  ['odd { connection.add_column :users, :x, :string }', ['opaque']],
])('application code that cannot be followed is judged by its words: %s', async (body, kinds) => {
  const files = {
    'app/models/user.rb': `class User < ActiveRecord::Base\ndef rework!\n${body}\nend\nend`,
  };
  const { operations } = await migrated('User.first.rework!', { files });
  expect(operations.map(({ kind }) => kind)).toEqual(kinds);
});

test('code that changes the schema in a class of its own is followed', async () => {
  const files = {
    'lib/schema_work.rb':
      'class SchemaWork\ndef initialize(table)\n@table = table\nend\ndef run\nActiveRecord::Base.connection.add_column @table, :worked, :string\nend\nend',
  };
  expect(await added('SchemaWork.new(:users).run', files)).toEqual({
    added: ['worked'],
    reasons: [],
  });
});

test('files that are no valid Ruby, and classes that inherit in a circle, end in an opaque operation', async () => {
  const files = {
    'lib/broken.rb': 'module Broken\n def',
    'lib/ring.rb': 'class Ring < Ring2\nend\nclass Ring2 < Ring\nend',
  };
  const code = 'add_column :users, Broken::X, :string\nRing.turn';
  expect((await added(code, files)).reasons).toHaveLength(2);
});

test('what stands in `included do` of a concern is what the migration has', async () => {
  const files = {
    'lib/concurrent_indexes.rb': `
module ConcurrentIndexes
  extend ActiveSupport::Concern

  included do
    disable_ddl_transaction!

    def add_quiet_index(table, column)
      add_index table, column, algorithm: :concurrently
    end
  end
end`,
  };
  const code = 'include ConcurrentIndexes\ndef change\nadd_quiet_index :users, :age\nend';
  const { operations, reasons, transactional } = await migrated(code, { files });
  expect(reasons).toEqual([]);
  expect(operations).toMatchObject([{ kind: 'addIndex', concurrently: true }]);
  expect(transactional).toBe(false);
});

test.each([
  ['def disable_ddl_transaction\nsay "none"\ntrue\nend', false],
  ['def disable_ddl_transaction\nfalse\nend', true],
  // The call sets a variable of the class that makes it, and of no other.
  ['disable_ddl_transaction!', true],
])('a base class of the project with %s', async (body, transactional) => {
  const files = {
    'lib/shop/base_migration.rb': `class Shop::BaseMigration < ActiveRecord::Migration[7.1]\n${body}\nend`,
    'lib/shop.rb': 'module Shop\nend',
  };
  const text = 'class Try < Shop::BaseMigration\ndef change\nadd_index :users, :age\nend\nend';
  expect(await migratedFile(text, { files })).toMatchObject({ reasons: [], transactional });
});
