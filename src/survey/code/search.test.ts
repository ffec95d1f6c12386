import { describe, expect, test } from 'vitest';
import { DEFAULT_INFLECTIONS } from '../../dialect/rails/inflections.ts';
import type { Change } from '../../model/change.ts';
import type { CodeReference } from '../../model/project-facts.ts';
import { column, schema, table } from '../../testing/build.ts';
import type { CodeFiles } from './files.ts';
import { searchCode } from './search.ts';

const columns = (...names: readonly string[]) => names.map((name) => column(name, 'text'));
const before = schema(
  'postgresql',
  [
    table('users', columns('email', 'status', 'signed_up_via')),
    table('orders', [...columns('status', 'user_id'), column('kind', 'order_kind')]),
  ],
  { enums: [{ name: 'order_kind', values: ['a'] }] },
);

function removed(path: string, type: 'table' | 'column' | 'enum' = 'column'): Change {
  const [first = '', second] = path.split('.');
  const object =
    second === undefined
      ? { type, table: null, name: first }
      : { type, table: first, name: second };
  return { kind: 'removed', object, from: null, before: null, after: null, differences: [] };
}

function filesOf(texts: { readonly [path: string]: string | null }): CodeFiles {
  return { list: () => Object.keys(texts).sort(), read: (path) => texts[path] ?? null };
}

const MODELS = {
  'app/models/user.rb':
    'class User < ApplicationRecord\n  has_many :orders\n  validates :email, presence: true\nend\n',
  'app/models/order.rb': 'class Order < ApplicationRecord\n  belongs_to :user\nend\n',
};

function search(
  change: Change,
  texts: { readonly [path: string]: string | null },
  reports: { readonly [path: string]: string } = {},
) {
  return searchCode({
    changes: [change],
    before,
    inflections: DEFAULT_INFLECTIONS,
    files: filesOf({ ...MODELS, ...texts }),
    reports: filesOf(reports),
    external: [],
    progress: () => {},
  });
}

function told({ source, kind, certainty }: CodeReference): string {
  return `${source.path}:${source.line} ${kind} ${certainty}`;
}

async function found(change: Change, path: string, text: string) {
  const { references } = await search(change, { [path]: text });
  return references.filter(({ source }) => source.path === path).map(told);
}

const EMAIL = removed('users.email');

describe('each kind of file is read by its language', () => {
  test.each([
    ['app/views/users/show.html.erb', '<b>email</b>\n<%= @user.email %>', '2 view parsed'],
    ['app/views/users/_form.html.haml', '= f.text_field :email', '1 view textual'],
    ['app/javascript/a.ts', 'const a = user?.email', '1 other textual'],
    [
      'app/graphql/types/user_type.rb',
      'class Types::UserType\n field :email\nend',
      '2 graphqlType parsed',
    ],
    ['lib/tasks/a.rake', 'task(:a) { User.first.email }', '1 script parsed'],
    ['lib/query.rb', 'X = "SELECT email FROM users"', '1 sql parsed'],
    ['lib/query.sql', 'SELECT u.email\nFROM users u', '1 sql parsed'],
    [
      'config/locales/en.yml',
      'en:\n  activerecord:\n    attributes:\n      user:\n        email: Mail',
      '5 other parsed',
    ],
    ['test/fixtures/users.yml', 'one:\n  email: a@b.c', '2 fixture parsed'],
    [
      'spec/factories/users.rb',
      'FactoryBot.define { factory(:user) { email { 1 } } }',
      '1 factory parsed',
    ],
  ])('%s', async (path, text, told_) => {
    expect(await found(EMAIL, path, text)).toEqual([`${path}:${told_}`]);
  });

  test('an other table of the same word is none of it', async () => {
    const status = removed('users.status');
    expect(await found(status, 'test/fixtures/orders.yml', 'one:\n  status: a')).toEqual([]);
    expect(await found(status, 'lib/a.rb', 'Order.where(status: 1); order.status')).toEqual([]);
  });
});

describe('names whose owner cannot be told', () => {
  test('are counted where several tables have them', async () => {
    const { references, elsewhere } = await search(removed('users.status'), {
      'lib/a.rb': 'thing.status\nother.status\n',
      'lib/b.js': 'x.status',
    });
    expect(references).toEqual([]);
    expect(elsewhere).toEqual([
      { object: { type: 'column', table: 'users', name: 'status' }, places: 3, files: 2 },
    ]);
  });

  test('are references where the name is of several words and one table has it', async () => {
    const via = removed('users.signed_up_via');
    expect(await found(via, 'lib/a.rb', 'thing.signed_up_via')).toEqual([
      'lib/a.rb:1 attribute textual',
    ]);
    expect(await found(via, 'lib/a.ts', 'x.signedUpVia')).toEqual(['lib/a.ts:1 other textual']);
  });

  test('are counted where there are too many to mean it', async () => {
    const text = 'thing.signed_up_via\n'.repeat(31);
    const { references, elsewhere } = await search(removed('users.signed_up_via'), {
      'lib/a.rb': text,
    });
    expect(references).toEqual([]);
    expect(elsewhere[0]?.places).toBe(31);
  });
});

describe('tables', () => {
  test('are found by their models and associations', async () => {
    const { references } = await search(removed('orders', 'table'), {
      'lib/a.rb': 'Order.count\nuser.orders\nUser.joins(:orders)\n',
    });
    expect(references.map(told)).toEqual([
      'app/models/order.rb:1 model declared',
      'app/models/user.rb:2 association declared',
      'lib/a.rb:1 query parsed',
      'lib/a.rb:2 association parsed',
      'lib/a.rb:3 query parsed',
    ]);
  });

  test('whose columns change are not searched themselves', async () => {
    expect(await found(EMAIL, 'lib/a.rb', 'User.count')).toEqual([]);
  });
});

test('an enum is found in SQL', async () => {
  const kind = removed('order_kind', 'enum');
  expect(await found(kind, 'lib/a.rb', 'execute("SELECT 1::order_kind")')).toEqual([
    'lib/a.rb:1 sql parsed',
  ]);
});

test('a value that an enum loses is found where its column is given it', async () => {
  const values = { property: 'values', before: ['paid', 'open'], after: ['open'] };
  const change: Change = {
    ...removed('order_kind', 'enum'),
    kind: 'altered',
    differences: [values],
  };
  const text = 'Order.where(kind: "paid")\nOrder.where(kind: "open")\nUser.where(kind: "paid")';
  expect(await found(change, 'lib/a.rb', text)).toEqual(['lib/a.rb:1 query parsed']);
});

test('what tests use is marked', async () => {
  const { references } = await search(EMAIL, { 'spec/a_spec.rb': 'user.email' });
  expect(references.map(({ source, inTests }) => [source.path, inTests ?? false])).toEqual([
    ['app/models/user.rb', false],
    ['spec/a_spec.rb', true],
  ]);
});

test('a file that cannot be read or parsed is told, and searched as text', async () => {
  const facts = await search(EMAIL, {
    'lib/a.rb': 'class (\nuser.email',
    'lib/b.rb': null,
  });
  expect(facts.unparsed).toEqual(['lib/a.rb', 'lib/b.rb']);
  expect(facts.references.map(told)).toContain('lib/a.rb:2 other textual');
});

test('reports are read by the parser, and select every column with an asterisk', async () => {
  const { references } = await search(
    EMAIL,
    {},
    { 'reports/a.sql': 'SELECT *\nFROM users', 'reports/b.sql': 'SELECT o.status FROM orders o' },
  );
  expect(references.filter(({ kind }) => kind === 'report').map(told)).toEqual([
    'reports/a.sql:1 report textual',
  ]);
});

test('nothing is read for a release that only adds', async () => {
  const added: Change = { ...EMAIL, kind: 'added' };
  const files: CodeFiles = {
    list: () => {
      throw new Error('listed');
    },
    read: () => null,
  };
  const facts = await searchCode({
    ...{ changes: [added], before, inflections: DEFAULT_INFLECTIONS, files, reports: files },
    ...{ external: [], progress: () => {} },
  });
  expect(facts.filesRead).toBe(0);
});

describe('a method of the model stands in place of the attribute', () => {
  const CONCERN = `module Reachable
  extend ActiveSupport::Concern
  included do
    has_one :contact
    delegate :email, to: :contact
  end
end
`;
  const views = async (user: string, concern = '') => {
    const texts = {
      'app/models/user.rb': user,
      'app/models/concerns/reachable.rb': concern,
      'app/views/users/show.html.erb': '<%= @user.email %>',
    };
    return (await search(EMAIL, texts)).references.map(told);
  };

  test('that it defines itself', async () => {
    expect(
      await views('class User < ApplicationRecord\n  def email = contact.address\nend\n'),
    ).toEqual([]);
  });

  test('that a concern delegates to another record', async () => {
    const user = 'class User < ApplicationRecord\n  include Reachable\nend\n';
    expect(await views(user, CONCERN)).toEqual([]);
  });

  test.each(['super.downcase', 'self[:email].downcase', 'read_attribute(:email)'])(
    'unless it asks for the attribute: %s',
    async (body) => {
      const user = `class User < ApplicationRecord\n  def email\n    ${body}\n  end\nend\n`;
      expect(await views(user)).toContain('app/views/users/show.html.erb:1 view parsed');
    },
  );

  test('and what is asked in SQL is the column still', async () => {
    const user =
      'class User < ApplicationRecord\n  def email = contact.address\n  scope :known, -> { where.not(email: nil) }\nend\n';
    expect(await views(user)).toEqual(['app/models/user.rb:3 query parsed']);
  });
});
