import { expect, test } from 'vitest';
import { migrated } from '../../../testing/migrate.ts';

const FILES = {
  'app/models/application_record.rb':
    'class ApplicationRecord < ActiveRecord::Base\n  primary_abstract_class\n  connects_to database: { writing: :primary, reading: :replica }\nend\n',
  'app/models/concerns/noticed.rb':
    'module Noticed\n  extend ActiveSupport::Concern\n  included do\n    after_commit :notify\n  end\nend\n',
  'app/models/user.rb':
    'class User < ApplicationRecord\n  include Noticed\n  default_scope { where(gone: false) }\n  validates :email,\n            presence: true\n  has_many :posts\nend\n',
  'app/models/post.rb':
    'class Post < ApplicationRecord\n  connects_to database: { writing: :archive }\nend\n',
};

async function modelOf(code: string) {
  const { operations } = await migrated(code, { files: FILES });
  return operations.flatMap((operation) =>
    operation.kind === 'changeRows' ? [operation.model] : [],
  )[0];
}

test("a class of app/models is the application's, with the hooks that it declares", async () => {
  expect(await modelOf('User.find_each { |user| user.update!(age: 1) }')).toEqual({
    name: 'User',
    method: 'update!',
    definedIn: 'application',
    path: 'app/models/user.rb',
    hooks: ['default_scope { where(gone: false) }', 'validates :email,', 'after_commit :notify'],
    connection: null,
  });
});

test("a class within the migration is the migration's own", async () => {
  const code = `class User < ActiveRecord::Base
    self.table_name = "users"
    after_save :nothing
  end
  def up
    User.update_all(age: 1)
  end`;
  expect(await modelOf(code)).toMatchObject({ definedIn: 'migration', hooks: [] });
});

test('one on top of a class of the application has its hooks', async () => {
  const code = `class Person < ::User
  end
  def up
    Person.update_all(age: 1)
  end`;
  const model = await modelOf(code);
  expect(model).toMatchObject({ definedIn: 'migration' });
  expect(model?.hooks).toContain('default_scope { where(gone: false) }');
});

test('a class that no file defines is of unknown origin', async () => {
  const { operations } = await migrated('User.update_all(age: 1)');
  expect(operations[0]).toMatchObject({ model: { definedIn: 'unknown', path: null } });
});

test('the database of a model that has one of its own is told, and primary is none', async () => {
  expect(await modelOf('Post.update_all(title: "a")')).toMatchObject({
    connection: 'connects_to database: { writing: :archive }',
  });
});

test('SQL has no model', async () => {
  expect(await modelOf('execute "UPDATE users SET age = 1"')).toBeUndefined();
});

test('what is not understood in a change_table block says that it stands there', async () => {
  const { operations } = await migrated(
    'change_table(:users) do |t|\n t.wobble :x\nend\nwobble :x',
  );
  const opaque = operations.filter(({ kind }) => kind === 'opaque');
  expect(opaque.map((each) => each.kind === 'opaque' && (each.inChangeTable ?? false))).toEqual([
    true,
    false,
  ]);
});

test('COMMIT by a method of the connection is a step of its own', async () => {
  const { operations } = await migrated(
    'connection.commit_db_transaction\nadd_column :users, :a, :text',
  );
  expect(operations[0]).toMatchObject({ kind: 'runSql', purpose: 'ends the transaction' });
});
