import { expect, test } from 'vitest';
import { findColumn, findTable } from '../../../../model/schema.ts';
import { readMigrations } from '../../migration/read.ts';
import { readSchemaRb } from '../../schema/read.ts';

/** A dump of Rails 6.1 with a table that a migration made, and what its times look like. */
const dump = (precision: string) => `ActiveRecord::Schema.define(version: 1) do
  create_table "notes", charset: "utf8", force: :cascade do |t|
    t.datetime "created_at"${precision}, null: false
    t.datetime "updated_at"${precision}, null: false
  end
end
`;

async function timeOfNew(precision: string, earlier: string, rails = '6.1') {
  const file = await readSchemaRb(dump(precision), 'db/schema.rb', {
    engine: 'mysql',
    rails: null,
  });
  const text = `class Try < ActiveRecord::Migration[${rails}]
def change
  create_table(:fresh) { |t| t.timestamps }
end
end
`;
  const path = 'db/migrate/1_add_notes.rb';
  const { after } = await readMigrations([{ path: 'db/migrate/9_try.rb', text }], file.schema, {
    rails: { major: 6, minor: 1 },
    project: {
      read: (asked) => (asked === path ? earlier : null),
      list: (folder) => (folder === 'db/migrate' ? [path] : []),
    },
  });
  const table = findTable(after, 'fresh');
  return table ? findColumn(table, 'created_at')?.type : undefined;
}

const migration = (rails: string, body = 't.timestamps') =>
  `class AddNotes < ActiveRecord::Migration[${rails}]\ncreate_table :notes do |t|\n${body}\nend\n`;

test('a server whose newest timestamps came without fractions has none', async () => {
  expect(await timeOfNew('', migration('6.0'))).toBe('datetime');
});

test('a server has fractions where the newest timestamps have, or nothing tells', async () => {
  expect(await timeOfNew(', precision: 6', migration('6.0'))).toBe('datetime(6)');
  expect(await timeOfNew('', migration('5.2'))).toBe('datetime(6)');
  expect(await timeOfNew('', migration('6.0', 't.timestamps precision: nil'))).toBe('datetime(6)');
});
