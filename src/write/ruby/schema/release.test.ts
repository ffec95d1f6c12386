import { describe, expect, test } from 'vitest';
import type { RailsVersion } from '../../../model/engine.ts';
import type { Schema } from '../../../model/schema.ts';
import { readSchemaRb } from '../../../read/ruby/schema/read.ts';
import { writeSchemaRb } from './index.ts';

function read(text: string, rails: RailsVersion) {
  return readSchemaRb(text, 'db/schema.rb', { engine: 'postgresql', rails });
}

async function anew(
  text: string,
  rails: RailsVersion,
  edit: (schema: Schema) => Schema = (schema) => schema,
): Promise<string> {
  const file = await read(text, rails);
  expect(file.schema.opaque).toEqual([]);
  return writeSchemaRb(file, edit(file.schema), { everythingAnew: true, rails });
}

function items(line: string, version: string, after = ''): string {
  return `ActiveRecord::Schema[${version}].define(version: 2026_01_01_120000) do
  create_table "items", force: :cascade do |t|
    t.integer "price"
${line}  end
${after}end
`;
}

const INSIDE = '    t.check_constraint "price > 0", name: "price_check", validate: false\n';
const OUTSIDE =
  '\n  add_check_constraint "items", "price > 0", name: "price_check", validate: false\n';

describe('a check that is not validated', () => {
  test.each(['7.2', '8.0'])('keeps its place in a file of %s', async (version) => {
    const rails = { major: Number(version[0]), minor: Number(version[2]) };
    const inside = items(INSIDE, version);
    const outside = items('', version, OUTSIDE);
    expect(await anew(inside, rails)).toBe(inside);
    expect(await anew(outside, rails)).toBe(outside);
  });

  test.each([
    ['7.2', 2, 'inside'],
    ['7.2', 3, 'outside'],
    ['8.0', 0, 'inside'],
    ['8.0', 1, 'outside'],
    ['8.1', 0, 'outside'],
  ] as const)('that comes with %s.%d stands %s of its table', async (version, patch, place) => {
    const rails = { major: Number(version[0]), minor: Number(version[2]), patch };
    const checkConstraints = [{ name: 'price_check', expression: 'price > 0', validated: false }];
    const text = await anew(items('', version), rails, (schema) => ({
      ...schema,
      tables: schema.tables.map((table) => ({ ...table, checkConstraints })),
    }));
    expect(text).toBe(place === 'inside' ? items(INSIDE, version) : items('', version, OUTSIDE));
  });
});

function sessions(parent: string | null): string {
  const key = parent === null ? '' : `\n  add_foreign_key "session", ${parent}\n`;
  return `ActiveRecord::Schema[7.0].define(version: 2026_01_01_120000) do
  create_table "session", force: :cascade do |t|
    t.bigint "user_id"
  end

  create_table "user", force: :cascade do |t|
    t.string "name"
  end
${key}end
`;
}

test('the parent of a foreign key is quoted up to 7.0.4, and then its column is named', async () => {
  const rails = { major: 7, minor: 0 };
  const quoted = sessions('"\\"user\\"", column: "user_id"');
  const plain = sessions('"user"');
  expect(await anew(quoted, rails)).toBe(quoted);
  expect(await anew(plain, rails)).toBe(plain);
  const keys = (await read(plain, rails)).schema.tables;
  const withKey = (schema: Schema): Schema => ({ ...schema, tables: keys });
  const bare = sessions(null);
  expect(await anew(bare, { ...rails, patch: 4 }, withKey)).toContain('"\\"user\\"", column:');
  expect(await anew(bare, { ...rails, patch: 5 }, withKey)).toContain('"session", "user"\n');
});

test('a file of Rails 8 that names plpgsql without its schema goes on to', async () => {
  const file = (name: string): string => `ActiveRecord::Schema[8.0].define(version: 1) do
  # These are extensions that must be enabled in order to support this database
  enable_extension "btree_gin"
  enable_extension "${name}"
end
`;
  const rails = { major: 8, minor: 0 };
  expect(await anew(file('plpgsql'), rails)).toBe(file('plpgsql'));
  expect(await anew(file('pg_catalog.plpgsql'), rails)).toBe(file('pg_catalog.plpgsql'));
});

test.each([
  ['7.0', 'true'],
  ['7.1', ':immediate'],
])(
  'Rails %s calls a foreign key that is checked at once deferrable: %s',
  async (version, written) => {
    const rails = { major: 7, minor: Number(version[2]) };
    const key = `\n  add_foreign_key "items", "items", column: "price", deferrable: ${written}\n`;
    const text = items('', version, key);
    expect(await anew(text, rails)).toBe(text);
  },
);
