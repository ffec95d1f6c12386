import { expect, test } from 'vitest';
import { readSchemaRb } from '../../../read/ruby/schema/read.ts';
import { writeSchemaRb } from './index.ts';

const TIDY = `ActiveRecord::Schema[7.1].define(version: 2026_01_01_120000) do
  enable_extension "citext"
  enable_extension "plpgsql"

  create_table "orders", force: :cascade do |t|
    t.string "number"
    t.bigint "user_id"
    t.index ["user_id"], name: "index_orders_on_user_id"
  end

  create_table "users", force: :cascade do |t|
    t.string "email"
    t.string "name"
    t.string "phone"
  end

  add_foreign_key "orders", "users"
end
`;

/** The file as it is after one more migration. */
async function dumpedAgain(text: string, rails = { major: 7, minor: 1 }): Promise<string> {
  const file = await readSchemaRb(text, 'db/schema.rb', { engine: 'postgresql', rails });
  return writeSchemaRb(file, { ...file.schema, version: '20260202120000' }, { rails });
}

const DUMPED = TIDY.replace('2026_01_01', '2026_02_02');

test.each([
  ['a second blank line', TIDY.replace('  end\n\n', '  end\n\n\n')],
  ['spaces at the end of a line', TIDY.replace('  end\n\n', '  end  \n\n')],
  ['a line set in too far', TIDY.replace('    t.index', '        t.index')],
  [
    'extensions out of order',
    TIDY.replace(
      '  enable_extension "citext"\n  enable_extension "plpgsql"',
      '  enable_extension "plpgsql"\n  enable_extension "citext"',
    ),
  ],
])('the next dump takes out %s', async (_, text) => {
  expect(text).not.toBe(TIDY);
  expect(await dumpedAgain(text)).toBe(DUMPED);
});

test('a file that is set in otherwise throughout keeps its form', async () => {
  const text = TIDY.replace(/^ {4}t\./gm, '\tt.');
  expect(await dumpedAgain(text)).toBe(DUMPED.replace(/^ {4}t\./gm, '\tt.'));
});

test('before Rails 5.2 extensions stand in the order of the database', async () => {
  const text = `ActiveRecord::Schema.define(version: 20260101120000) do

  # These are extensions that must be enabled in order to support this database
  enable_extension "plpgsql"
  enable_extension "citext"

  create_table "users", force: :cascade do |t|
    t.string "email"
  end

end
`;
  expect(await dumpedAgain(text, { major: 5, minor: 1 })).toBe(
    text.replace('20260101120000', '20260202120000'),
  );
});
