import { beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_INFLECTIONS } from '../../../dialect/rails/inflections.ts';
import type { Vocabulary } from '../../code-uses.ts';
import { loadRubyParser, type RubyParser } from '../source.ts';
import { classFactsOf, type Models, modelsOf, readCode } from './index.ts';

let parse: RubyParser;
let models: Models;

const MODELS = `
class ApplicationRecord < ActiveRecord::Base
  self.abstract_class = true
end
module Emailable
  extend ActiveSupport::Concern
end
class User < ApplicationRecord
  include Emailable
  has_many :orders
  has_many :written_posts, class_name: "Post", foreign_key: :author_id
end
class Customer < User; end
class Order < ApplicationRecord
  belongs_to :user
  belongs_to :reviewer, class_name: "User"
end
class Post < ApplicationRecord
  belongs_to :author, class_name: "User"
end
`;

const vocabulary: Vocabulary = {
  columns: new Set(['email', 'user_id', 'author_id', 'encrypted_password', 'orders_count', 'type']),
  tables: new Set(['users', 'posts']),
  others: new Set(),
  tablesWith: () => ['users'],
};

beforeAll(async () => {
  parse = await loadRubyParser();
  const facts = classFactsOf(parse(MODELS, 'models.rb').program);
  models = modelsOf(facts, new Set(['users', 'orders', 'posts']), DEFAULT_INFLECTIONS);
});

/** Each use of a column as `line: column of tables (kind, certainty)`; `?` where it is not known whose. */
function columns(text: string, path = 'app/services/a.rb'): readonly string[] {
  const { uses } = readCode(parse(text, path), models, vocabulary);
  return uses
    .filter(({ names }) => names === 'column')
    .map(({ name, tables, kind, certainty, at }) => {
      const line = text.slice(0, at).split('\n').length;
      return `${line}: ${name} of ${tables?.join(', ') ?? '?'} (${kind}, ${certainty})`;
    });
}

function tables(text: string, path = 'app/services/a.rb'): readonly string[] {
  const { uses } = readCode(parse(text, path), models, vocabulary);
  return uses.flatMap(({ names, name, kind, certainty, tables: of }) =>
    names === 'table' ? [`${name}${of ? '' : '?'} (${kind}, ${certainty})`] : [],
  );
}

const USERS = 'email of users (attribute, parsed)';

describe('the model of an expression', () => {
  test.each([
    ['a constant with finders', 'User.where(active: true).order(:id).first.email'],
    ['a variable of its name', 'user.email'],
    ['an instance variable with a word in front', '@current_user&.email'],
    ['a variable that was set', 'u = User.find(1); u.email'],
    ['a scope of the class', 'User.active.first.email'],
    ['an association by its class', 'order.reviewer.email'],
    ['an association by its name alone', 'thing.author.email'],
    ['a block over a relation', 'User.find_each { |u| u.email }'],
    ['a numbered parameter', 'User.all.map { it.email }'],
    ['a symbol for a block', 'User.all.map(&:email)'],
    ['a writer', 'user.email = 1'],
    ['a question about a change', 'user.will_save_change_to_email?'],
    ['a writer that adds', 'user.email += "x"'],
    ['a class of one table', 'Customer.find(1).email'],
    ['what a test makes', 'create(:user).email'],
  ])('is told of %s', (_, code) => {
    expect(columns(code)).toEqual([`1: ${USERS}`]);
  });

  test.each([
    ['another model', 'order.email', '1: email of orders (attribute, parsed)'],
    ['a constant that is no model', 'Stripe.email', '1: email of  (attribute, parsed)'],
    ['nothing that is known', 'thing.email', '1: email of ? (attribute, textual)'],
  ])('is told apart for %s', (_, code, use) => {
    expect(columns(code)).toEqual([use]);
  });

  test('is not a local variable, nor a method that the file defines', () => {
    expect(columns('email = 1; puts email')).toEqual([]);
    expect(columns('class A\n def email = 1\n def b = email\nend')).toEqual([]);
  });

  test('is the model itself inside of it and of its concerns', () => {
    expect(columns('class User < ApplicationRecord\n def a = email\nend')).toEqual([`2: ${USERS}`]);
    expect(columns('module Emailable\n def a = self.email\nend')).toEqual([`2: ${USERS}`]);
  });
});

describe('declarations of a model', () => {
  const declared = (line: string) =>
    columns(`class User < ApplicationRecord\n ${line}\nend`).map((use) => use.slice(3));

  test.each([
    ['validates :email, presence: true', 'email of users (validation, declared)'],
    ['validates :a, uniqueness: { scope: :email }', 'email of users (validation, declared)'],
    ['encrypts :email', 'email of users (declaration, declared)'],
    ['before_save :a, if: :email_changed?', undefined],
    ['devise :database_authenticatable', 'encrypted_password of users (declaration, declared)'],
    ['self.ignored_columns = %w[email]', 'email of users (ignoredColumn, declared)'],
    ['self.ignored_columns += [:email]', 'email of users (ignoredColumn, declared)'],
    ['scope :a, -> { where(email: 1) }', 'email of users (query, parsed)'],
    ['has_many :orders', 'user_id of orders (association, declared)'],
    [
      'has_many :written_posts, class_name: "Post", foreign_key: :author_id',
      'author_id of posts (association, declared)',
    ],
  ])('%s', (line, use) => {
    expect(declared(line)[0]).toBe(use);
  });

  test('a belongs_to uses its own key and the counter of the other table', () => {
    const code = 'class Order < ApplicationRecord\n belongs_to :user, counter_cache: true\nend';
    expect(columns(code)).toEqual([
      '2: user_id of orders (association, declared)',
      '2: orders_count of users (association, declared)',
    ]);
  });
});

describe('arguments', () => {
  test.each([
    ['User.where(email: 1)', 'email of users (query, parsed)'],
    ['User.order(email: :desc)', 'email of users (query, parsed)'],
    ['User.pluck(:email)', 'email of users (query, parsed)'],
    ['user.update!(email: 1)', 'email of users (attribute, parsed)'],
    ['user[:email]', 'email of users (attribute, parsed)'],
    ['Order.joins(:user).where(users: { email: 1 })', 'email of users (query, parsed)'],
    ['create(:user, email: 1)', 'email of users (factory, parsed)'],
    ['params.require(:user).permit(:email)', 'email of users (attribute, parsed)'],
    ['json.extract! user, :email', 'email of users (attribute, parsed)'],
    ['foo(email: 1)', 'email of ? (other, textual)'],
    ['Stripe::Customer.create(email: 1)', 'email of  (attribute, parsed)'],
    ['Order.where(email: 1)', 'email of orders (query, parsed)'],
  ])('%s', (code, use) => {
    expect(columns(code)[0]).toBe(`1: ${use}`);
  });

  test('a value that is spelt like a column is none', () => {
    expect(columns('User.update(kind: :email)').filter((use) => !use.includes('of  ('))).toEqual(
      [],
    );
  });
});

describe('classes about a model', () => {
  test.each([
    ['class UserSerializer\n attributes :id, :email\nend', 'serializer', 'parsed'],
    ['class Types::UserType < A\n field :email, String\nend', 'graphqlType', 'parsed'],
    ['factory :user do\n email { 1 }\nend', 'factory', 'parsed'],
    ['class UserDecorator\n def a = object.email\nend', 'attribute', 'parsed'],
    ['ActiveAdmin.register User do\n column :email\nend', 'view', 'parsed'],
  ])('%s', (code, kind, certainty) => {
    expect(columns(code)).toEqual([`2: email of users (${kind}, ${certainty})`]);
  });
});

describe('tables', () => {
  test.each([
    ['class Post < ApplicationRecord\nend', ['posts (model, declared)']],
    ['Post.count', ['posts (query, parsed)']],
    ['User.joins(:written_posts)', ['users (query, parsed)', 'posts (query, parsed)']],
    ['class A\n self.table_name = "posts"\nend', ['posts (model, declared)']],
    ['resources :posts', ['posts? (other, textual)']],
  ])('%s', (code, uses) => {
    expect(tables(code)).toEqual(uses);
  });
});

test('SQL comes with the relation that it is a piece of', () => {
  const code = 'User.where("email = ?", 1)\nx = <<~SQL\n  SELECT email\n  FROM users\nSQL\n';
  const { sql } = readCode(parse(code, 'a.rb'), models, vocabulary);
  expect(
    sql.map(({ text, tables: of, at }) => [text.trim(), of, code.slice(at, at + 5).trim()]),
  ).toEqual([
    ['email = ?', ['users'], 'email'],
    ['SELECT email\n  FROM users', null, 'SEL'],
  ]);
});
