import { expect, test } from 'vitest';
import { readMigrations, readSchemaRb } from '../../../read/ruby/index.ts';
import { writeSchemaRb } from './index.ts';

/** A file with one table that an older Rails left as it was, and one that is in order. */
const MIXED = `ActiveRecord::Schema[8.1].define(version: 1) do
  create_table "left_as_was", force: :cascade do |t|
    t.string "zone"
    t.string "area"
  end

  create_table "put_in_order", force: :cascade do |t|
    t.string "area"
    t.string "kind"
    t.string "name"
    t.string "zone"
  end
end
`;

async function columnsAfter(migration: string, schema = MIXED) {
  const file = await readSchemaRb(schema, 'db/schema.rb', { engine: 'sqlite', rails: null });
  const text = `class Try < ActiveRecord::Migration[8.1]\ndef change\n${migration}\nend\nend\n`;
  const { after } = await readMigrations([{ path: 'db/migrate/2_try.rb', text }], file.schema, {
    rails: file.rails,
    project: { read: () => null, list: () => [] },
  });
  const written = writeSchemaRb(file, after, { rails: file.rails });
  return [...written.matchAll(/^ {4}t\.\w+ "(\w+)"/gm)].map(([, name]) => name).join(' ');
}

test('a table that Rails 8.1 has put in order stays in it, in a file whose others are not', async () => {
  expect(await columnsAfter('add_column :put_in_order, :lane, :string')).toBe(
    'zone area area kind lane name zone',
  );
});

test('a table that an older dump left keeps the order of its columns', async () => {
  expect(await columnsAfter('add_column :left_as_was, :lane, :string')).toBe(
    'zone area lane area kind name zone',
  );
});

test('before Rails 8.1 an order of names is chance', async () => {
  const older = MIXED.replace('8.1', '8.0');
  expect(await columnsAfter('add_column :put_in_order, :lane, :string', older)).toBe(
    'zone area area kind name zone lane',
  );
});
