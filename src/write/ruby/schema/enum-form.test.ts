import { expect, test } from 'vitest';
import { readSchemaRb } from '../../../read/ruby/schema/read.ts';
import { writeSchemaRb } from './index.ts';

const SIX_ONE = { major: 6, minor: 1 };

function read(text: string) {
  return readSchemaRb(text, 'db/schema.rb', { engine: 'postgresql', rails: SIX_ONE });
}

const PG_ENUM = `ActiveRecord::Schema.define(version: 2026_01_01_120000) do

  # These are custom enum types that must be created before they can be used in the schema definition
  create_enum "level", ["low", "high"]
  create_enum "status", ["draft", "paid"]

  create_table "orders", force: :cascade do |t|
    t.enum "status", default: "draft", null: false, as: "status"
    t.enum "level", as: "level"
  end

end
`;

const POSTGRES_ENUM = `ActiveRecord::Schema.define(version: 2026_01_01_120000) do

  create_enum "level", [
    "low",
    "high",
  ], force: :cascade

  create_enum "status", [
    "draft",
    "paid",
  ], force: :cascade

  create_table "orders", force: :cascade do |t|
    t.enum "status", default: "draft", null: false, enum_type: "status"
  end

end
`;

test.each([
  ['activerecord-pg_enum', PG_ENUM],
  ['activerecord-postgres_enum', POSTGRES_ENUM],
])('enums stay in the form of %s', async (_, text) => {
  const file = await read(text);
  expect(file.schema.opaque).toEqual([]);
  expect(file.schema.tables[0]?.columns[1]).toMatchObject({ type: 'status', generated: null });
  expect(writeSchemaRb(file, file.schema, { everythingAnew: true, rails: SIX_ONE })).toBe(text);
});

test('a new enum takes the form of the others', async () => {
  const file = await read(POSTGRES_ENUM);
  const size = { name: 'size', values: ['s', 'l'] };
  const text = writeSchemaRb(file, { ...file.schema, enums: [...file.schema.enums, size] });
  expect(text).toBe(
    POSTGRES_ENUM.replace(
      '  create_enum "status"',
      '  create_enum "size", [\n    "s",\n    "l",\n  ], force: :cascade\n\n  create_enum "status"',
    ),
  );
});
