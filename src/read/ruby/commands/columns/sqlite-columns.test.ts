import { expect, test } from 'vitest';
import { parseRailsVersion } from '../../../../model/engine.ts';
import { readMigrations } from '../../migration/read.ts';
import { readSchemaRb } from '../../schema/read.ts';

const SCHEMA = `ActiveRecord::Schema.define(version: 1) do
  create_table "notes" do |t|
    t.string "kind", default: "old", null: false, collation: "NOCASE"
  end
end
`;

async function migrateTables(change: string, version: string) {
  const rails = parseRailsVersion(version);
  const file = await readSchemaRb(SCHEMA, 'db/schema.rb', { engine: 'sqlite', rails });
  const text = `class Try < ActiveRecord::Migration[${version}]\ndef change\n${change}\nend\nend\n`;
  const { after } = await readMigrations([{ path: 'db/migrate/2_try.rb', text }], file.schema, {
    rails,
    project: { read: () => null, list: () => [] },
  });
  return after.tables;
}

async function migrate(change: string, version: string) {
  const tables = await migrateTables(change, version);
  return (table: string) => tables.find(({ name }) => name === table)?.columns;
}

test('change_column defines a column of SQLite anew since Rails 7.0.8', async () => {
  const columns = await migrate('change_column :notes, :kind, :text', '7.1');
  expect(columns('notes')?.[1]).toMatchObject({
    type: 'text',
    nullable: true,
    default: null,
    collation: null,
  });
});

test('change_column keeps NOT NULL, default and collation of SQLite before 7.0.8', async () => {
  const columns = await migrate('change_column :notes, :kind, :text', '6.1');
  expect(columns('notes')?.[1]).toMatchObject({
    type: 'text',
    nullable: false,
    default: { value: 'old' },
    collation: 'NOCASE',
  });
});

test('the columns of a composite key may be null on SQLite', async () => {
  const change = 'create_table :pairs, primary_key: [:a, :b] do |t|\nt.integer :a, :b\nend';
  const columns = await migrate(change, '7.2');
  expect(columns('pairs')?.map(({ nullable }) => nullable)).toEqual([true, true]);
});

test('SQLite keeps no comments', async () => {
  const columns = await migrate('add_column :notes, :role, :string, comment: "shown"', '7.2');
  expect(columns('notes')?.at(-1)).toMatchObject({ name: 'role', comment: null });
});

test('a foreign key of SQLite can be deferred since Rails 7.2', async () => {
  const change =
    'create_table :pages do |t|\nt.integer :note_id\nend\nadd_foreign_key :pages, :notes, deferrable: :deferred';
  const deferred = async (rails: string) =>
    (await migrateTables(change, rails)).at(-1)?.foreignKeys[0]?.deferrable;
  expect(await deferred('7.2')).toBe('deferred');
  expect(await deferred('7.1')).toBe(null);
});
