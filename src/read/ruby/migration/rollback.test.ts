import { expect, test } from 'vitest';
import { readRollback, readSchemaRb } from '../index.ts';

const SCHEMA = `ActiveRecord::Schema[7.2].define(version: 2026_01_01_120000) do
  create_table "songs", force: :cascade do |t|
    t.string "name"
    t.integer "plays"
  end
end
`;

async function rolledBack(body: string) {
  const rails = { major: 7, minor: 2 };
  const file = await readSchemaRb(SCHEMA, 'db/schema.rb', { engine: 'postgresql', rails });
  const text = `class A < ActiveRecord::Migration[7.2]\n${body}\nend\n`;
  const project = { read: () => null, list: () => [] };
  return readRollback({ path: 'db/migrate/1_a.rb', text }, file.schema, { rails, project });
}

test('a change goes back, the last command first', async () => {
  const { operations, refused } = await rolledBack(`  def change
    add_column :songs, :plays, :integer
    rename_column :songs, :title, :name
  end`);
  expect(refused).toEqual([]);
  expect(operations.map(({ kind }) => kind)).toEqual(['renameColumn', 'dropColumn']);
});

test('a command without inverse refuses the whole, and is named with its line', async () => {
  const { before, after, operations, refused } = await rolledBack(`  def change
    add_column :songs, :plays, :integer
    remove_column :songs, :length
  end`);
  expect(refused).toMatchObject([
    { reason: 'remove_column is only reversible if given a type', source: { line: 4 } },
  ]);
  expect(operations).toEqual([]);
  expect(after).toBe(before);
});

test('a down that raises is refused', async () => {
  const { refused } = await rolledBack(`  def up; end

  def down
    raise ActiveRecord::IrreversibleMigration
  end`);
  expect(refused).toHaveLength(1);
});

test('an up without a down leaves the schema as it is', async () => {
  const { before, after, refused } = await rolledBack(`  def up
    drop_table :songs
  end`);
  expect(refused).toEqual([]);
  expect(after).toBe(before);
});
