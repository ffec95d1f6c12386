import { expect, test } from 'vitest';
import { readMigrations, readSchemaRb } from '../../../read/ruby/index.ts';
import { writeSchemaRb } from './index.ts';

const MIGRATION = `class KeepApart < ActiveRecord::Migration[7.0]
  def up
    execute <<~SQL
      ALTER TABLE stays ADD CONSTRAINT one_stay EXCLUDE USING gist (room WITH =, daterange(a, b) WITH &&)
        WHERE (deleted_at IS NULL)
    SQL
    execute "ALTER TABLE stays ADD CONSTRAINT one_room UNIQUE (room, a) DEFERRABLE"
  end
end
`;

const FILE = `ActiveRecord::Schema[7.0].define(version: 2026_01_01_120000) do
  # These are extensions that must be enabled in order to support this database
  enable_extension "btree_gist"
  enable_extension "plpgsql"

  create_table "stays", force: :cascade do |t|
    t.integer "room"
    t.date "a"
    t.date "b"
    t.datetime "deleted_at"
    t.index ["a"], name: "by_day"
  end

end
`;

async function stays(text: string, rails: { readonly major: number; readonly minor: number }) {
  const file = await readSchemaRb(text, 'db/schema.rb', { engine: 'postgresql', rails });
  const files = [{ path: 'db/migrate/2_keep_apart.rb', text: MIGRATION }];
  const project = { read: () => null, list: () => [] };
  const { after } = await readMigrations(files, file.schema, { rails, project });
  return writeSchemaRb(file, after, { rails })
    .split('\n')
    .filter((line) => /index|constraint/.test(line));
}

test('before Rails 7.1 constraints are dumped as the indexes that they stand on', async () => {
  expect(await stays(FILE, { major: 7, minor: 0 })).toEqual([
    `    t.index "room, daterange(a, b)", name: "one_stay", where: "(deleted_at IS NULL)", using: :gist`,
    `    t.index ["a"], name: "by_day"`,
    `    t.index ["room", "a"], name: "one_room", unique: true`,
  ]);
});

test('since Rails 7.1 they are dumped as constraints alone', async () => {
  const file = FILE.replace('[7.0]', '[7.1]');
  expect(await stays(file, { major: 7, minor: 1 })).toEqual([
    `    t.index ["a"], name: "by_day"`,
    `    t.exclusion_constraint "room WITH =, daterange(a, b) WITH &&", where: "deleted_at IS NULL", using: :gist, name: "one_stay"`,
    `    t.unique_constraint ["room", "a"], deferrable: :immediate, name: "one_room"`,
  ]);
});
