import { expect, test } from 'vitest';
import type { Table } from '../../../../model/schema.ts';
import { writeSchemaRb } from '../../../../write/ruby/schema/index.ts';
import { readMigrations, readSchemaRb } from '../../index.ts';

const SCHEMA = `ActiveRecord::Schema[7.1].define(version: 2026_01_01_120000) do
  enable_extension "plpgsql"

  create_table "songs", force: :cascade do |t|
    t.string "name"
    t.index ["name"], name: "songs_by_name"
  end
end
`;

async function predicted(statement: string, rails = { major: 7, minor: 1 }) {
  const file = await readSchemaRb(SCHEMA, 'db/schema.rb', { engine: 'postgresql', rails });
  const text = `class A < ActiveRecord::Migration[5.2]\n  def change\n    ${statement}\n  end\nend\n`;
  const project = { read: () => null, list: () => [] };
  const files = [{ path: 'db/migrate/1_a.rb', text }];
  const { after } = await readMigrations(files, file.schema, { rails, project });
  return { table: after.tables.find(({ name }) => name === 'songs'), file, after };
}

const indexNames = (table: Table | undefined): readonly string[] | undefined =>
  table?.indexes.map(({ name }) => name);

test('PostgreSQL drops an index by its name, whatever table is said', async () => {
  const { table } = await predicted(`remove_index :name, name: 'songs_by_name'`);
  expect(indexNames(table)).toEqual([]);
});

test('PostgreSQL renames an index by its name, whatever table is said', async () => {
  const { table } = await predicted(`rename_index :albums, 'songs_by_name', 'songs_on_name'`);
  expect(indexNames(table)).toEqual(['songs_on_name']);
});

test('with if_exists the index has to be one of the table that is said', async () => {
  const { table } = await predicted(`remove_index :albums, name: 'songs_by_name', if_exists: true`);
  expect(indexNames(table)).toEqual(['songs_by_name']);
});

test.each([
  [{ major: 7, minor: 1 }, 'opclass: :pgroonga_varchar_full_text_search_ops_v2'],
  [{ major: 7, minor: 0 }, 'opclass: :pgroonga_varchar_full_text_search_ops'],
])('an operator class given as an order is dumped by Rails %o', async (rails, words) => {
  const { file, after } = await predicted(
    `add_index :songs, :name, name: 'search', using: :pgroonga, order: { name: :pgroonga_varchar_full_text_search_ops_v2 }`,
    rails,
  );
  expect(writeSchemaRb({ ...file, rails }, after, { rails })).toContain(
    `t.index ["name"], name: "search", ${words}, using: :pgroonga\n`,
  );
});

test('an order after an operator class is read as well', async () => {
  const { table } = await predicted(
    `add_index :songs, :name, name: 'x', order: 'text_pattern_ops DESC'`,
  );
  const [part] = table?.indexes.find(({ name }) => name === 'x')?.parts ?? [];
  expect(part).toMatchObject({ opclass: 'text_pattern_ops', order: 'desc', nulls: null });
});

test.each([
  [{ major: 7, minor: 0 }, ['songs_with_albums']],
  [{ major: 7, minor: 1 }, null],
])(
  'remove_index by columns with Rails %o: INCLUDE tells indexes apart before 7.1',
  async (rails, left) => {
    const steps = `execute 'CREATE INDEX songs_with_albums ON songs (name) INCLUDE (id)'
    remove_index :songs, :name`;
    const removal = predicted(steps, rails);
    if (left === null) await expect(removal).rejects.toThrow('could mean any of');
    else expect(indexNames((await removal).table)).toEqual(left);
  },
);
