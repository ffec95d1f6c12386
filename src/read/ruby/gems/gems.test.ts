import { describe, expect, test } from 'vitest';
import { findTable, type Table } from '../../../model/schema.ts';
import { type Files, migrated } from '../../../testing/migrate.ts';
import { readRollback, readSchemaRb } from '../index.ts';

const lock = (...gems: readonly string[]): Files => ({
  'Gemfile.lock': `GEM\n  specs:\n${gems.map((gem) => `    ${gem}\n`).join('')}`,
});

/** Columns as `name:type`, with what is not the rule. */
function shown(table: Table | null): readonly string[] {
  return (table?.columns ?? []).map(({ name, type, nullable, default: value }) => {
    const literal = value?.kind === 'literal' ? `=${value.value}` : '';
    return `${name}:${short(type)}${nullable ? '' : '!'}${literal}`;
  });
}

function short(type: string): string {
  if (/^(?:character varying|varchar)/.test(type)) return 'string';
  return type.startsWith('timestamp') ? 'datetime' : type;
}

async function columnsOf(
  code: string,
  given: Parameters<typeof migrated>[1] = {},
  table = 'users',
): Promise<readonly string[]> {
  const { after, reasons } = await migrated(code, given);
  expect(reasons).toEqual([]);
  return shown(findTable(after, table)).filter((text) => !/^(?:id|email|name|age):/.test(text));
}

const photo = (size: string): readonly string[] => [
  ...['photo_file_name:string', 'photo_content_type:string'],
  ...[`photo_file_size:${size}`, 'photo_updated_at:datetime'],
];

describe('paperclip', () => {
  test.each([
    ['paperclip (6.0.0)', 'integer'],
    ['paperclip (6.1.0)', 'bigint'],
    ['kt-paperclip (6.2.0)', 'bigint'],
    ['kt-paperclip (7.2.2)', 'bigint'],
  ])('%s keeps the size as %s', async (gem, size) => {
    const files = lock(gem);
    expect(await columnsOf('add_attachment :users, :photo', { files })).toEqual(photo(size));
    const block = (code: string) => `change_table(:users) { |t| ${code} }`;
    expect(await columnsOf(block('t.attachment :photo'), { files })).toEqual(photo(size));
    expect(await columnsOf(block('t.has_attached_file :photo'), { files })).toEqual(photo(size));
    const made = 'create_table(:pages) { |t| t.attachment :photo }';
    expect(await columnsOf(made, { files }, 'pages')).toEqual(photo(size));
  });

  test('options hold for all columns, or for the one that they are given for', async () => {
    const code = 'add_attachment :users, :photo, null: false, file_size: { default: 7 }';
    expect(await columnsOf(code)).toEqual([
      ...['photo_file_name:string!', 'photo_content_type:string!'],
      ...['photo_file_size:bigint!=7', 'photo_updated_at:datetime!'],
    ]);
  });

  test.each(['remove_attachment', 'drop_attached_file'])(
    '%s takes the columns away',
    async (name) => {
      const code = `add_attachment :users, :photo, :logo\n${name} :users, :photo, :logo`;
      expect(await columnsOf(code)).toEqual([]);
    },
  );

  test('no release has t.remove_attachment', async () => {
    const { reasons } = await migrated('change_table(:users) { |t| t.remove_attachment :photo }');
    expect(reasons).toEqual(['`t.remove_attachment` is none of the methods of change_table']);
  });
});

const money = (setup: string): Files => ({
  'config/initializers/money.rb': `MoneyRails.configure do |config|\n${setup}\nend\n`,
});

describe('money-rails', () => {
  const USUAL = ['price_cents:integer!=0', 'price_currency:string!=USD'];

  test('adds the amount and the currency, in each of its forms', async () => {
    expect(await columnsOf('add_monetize :users, :price')).toEqual(USUAL);
    expect(await columnsOf('change_table(:users) { |t| t.monetize :price }')).toEqual(USUAL);
    const made = 'create_table(:pages) { |t| t.monetize :price }';
    expect(await columnsOf(made, {}, 'pages')).toEqual(USUAL);
  });

  test('takes prefix, postfix, name, type, default and presence from the call', async () => {
    const code = `add_monetize :users, :price,
      amount: { prefix: "a_", postfix: "_pennies", type: :bigint, null: true, default: nil },
      currency: { column_name: "code", default: "EUR", limit: 3 }
    add_monetize :users, :fee, currency: { present: false }`;
    expect(await columnsOf(code)).toEqual([
      ...['a_price_pennies:bigint', 'code:string!=EUR', 'fee_cents:integer!=0'],
    ]);
  });

  test('starts from the settings of the project, in their order', async () => {
    const files = money(`
      config.amount_column = { postfix: "_minor", type: :bigint, null: false, default: 5, present: true }
      config.currency_column = { postfix: "_unit", type: :string, null: true, present: true }
      config.default_currency = :eur`);
    expect(await columnsOf('add_monetize :users, :price', { files })).toEqual([
      ...['price_minor:bigint!=5', 'price_unit:string=EUR'],
    ]);
  });

  test('a currency whose subunit named the amount up to 1.8 is not known there, and is later', async () => {
    const code = 'add_monetize :users, :price';
    const files = money('config.default_currency = :gbp');
    const old = await migrated(code, { files: { ...files, ...lock('money-rails (1.8.0)') } });
    expect(old.reasons[0]).toContain('subunit');
    const now = { files: { ...files, ...lock('money-rails (1.15.0)') } };
    expect(await columnsOf(code, now)).toEqual([
      'price_cents:integer!=0',
      'price_currency:string!=GBP',
    ]);
  });

  test.each([
    [
      'config.currency_column = { type: :string } if Rails.env.test?',
      'config/initializers/money.rb',
    ],
    ['config.default_currency = ENV["CURRENCY"]', 'config.default_currency'],
    ['config.amount_column = { postfix: "_c" }', 'lacks `type`'],
  ])('a setting that is not known is said: %s', async (setup, reason) => {
    const { reasons } = await migrated('add_monetize :users, :price', { files: money(setup) });
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toContain(reason);
  });

  test('remove_monetize takes both columns away', async () => {
    const added = 'add_monetize :users, :price\n';
    expect(await columnsOf(`${added}remove_monetize :users, :price`)).toEqual([]);
    const block = `${added}change_table(:users) { |t| t.remove_monetize :price }`;
    expect(await columnsOf(block)).toEqual([]);
  });

  test('the older names are PostgreSQL’s type there, and the gem’s elsewhere', async () => {
    const block = 'change_table(:users) { |t| t.money :price }';
    expect(await columnsOf(block)).toEqual(['price:money']);
    expect(await columnsOf(block, { engine: 'sqlite' })).toEqual(USUAL);
    const added = 'add_money :users, :price';
    expect(await columnsOf(added, { engine: 'sqlite' })).toEqual(USUAL);
    expect((await migrated(added)).reasons).toHaveLength(1);
    expect(await columnsOf(added, { files: lock('money-rails (1.0.0)') })).toEqual(USUAL);
  });
});

const SCHEMA = `ActiveRecord::Schema[7.1].define(version: 2) do
  create_table "users", force: :cascade do |t|
    t.string "photo_file_name"
    t.string "photo_content_type"
    t.bigint "photo_file_size"
    t.datetime "photo_updated_at"
    t.integer "price_cents"
    t.string "price_currency"
  end
end
`;

async function rolledBack(code: string, files: Files = {}) {
  const { schema } = await readSchemaRb(SCHEMA, 'db/schema.rb', {
    engine: 'postgresql',
    rails: null,
  });
  const text = `class Try < ActiveRecord::Migration[7.1]\ndef change\n${code}\nend\nend\n`;
  const { after, refused } = await readRollback({ path: 'db/migrate/2_try.rb', text }, schema, {
    rails: { major: 7, minor: 1 },
    project: { read: (path) => files[path] ?? null, list: () => [] },
  });
  return {
    columns: shown(findTable(after, 'users')),
    refused: refused.map(({ reason }) => reason),
  };
}

describe('on the way back', () => {
  test('attachments and amounts that were added go', async () => {
    expect((await rolledBack('add_attachment :users, :photo')).columns).toHaveLength(3);
    const { columns } = await rolledBack('change_table(:users) { |t| t.monetize :price }');
    expect(columns.filter((text) => text.startsWith('price'))).toEqual([]);
    expect((await rolledBack('add_monetize :users, :price')).columns).toEqual(columns);
  });

  test('an amount that was removed comes back by its type alone', async () => {
    const { columns } = await rolledBack('remove_monetize :users, :fee');
    expect(columns.slice(-2)).toEqual(['fee_currency:string', 'fee_cents:integer']);
    const { refused } = await rolledBack(
      'remove_monetize :users, :fee',
      lock('money-rails (1.13.2)'),
    );
    expect(refused).toEqual([
      ...['remove_column is only reversible if given a type'],
      ...['remove_column is only reversible if given a type'],
    ]);
  });

  test('an attachment that was removed does not come back', async () => {
    const { refused } = await rolledBack('remove_attachment :users, :logo');
    expect(refused[0]).toContain('paperclip does not record remove_attachment');
    const newer = await rolledBack('remove_attachment :users, :logo', lock('kt-paperclip (7.3.0)'));
    expect(newer.refused[0]).toBe('remove_column is only reversible if given a type');
  });
});
