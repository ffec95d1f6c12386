import { describe, expect, test } from 'vitest';
import type { Engine, RailsVersion } from '../../../model/engine.ts';
import { readSchemaRb } from '../../../read/ruby/schema/read.ts';
import { writeSchemaRb } from './index.ts';

interface Dump {
  readonly name: string;
  readonly engine: Engine;
  readonly rails: RailsVersion;
  readonly text: string;
}

const VERSION = '20260101120000';

/** One dump a form: each spells something as no other version does. */
const DUMPS: readonly Dump[] = [
  {
    name: 'Rails 5.0 pads columns and names btree',
    engine: 'postgresql',
    rails: { major: 5, minor: 0 },
    text: `ActiveRecord::Schema.define(version: 20260101120000) do

  # These are extensions that must be enabled in order to support this database
  enable_extension "plpgsql"

  create_table "items", force: :cascade do |t|
    t.string   "name",       limit: 50,                                         null: false
    t.decimal  "price",                 precision: 8, scale: 2, default: "0.0"
    t.text     "tags",                                          default: [],                 array: true
    t.datetime "created_at",                                                    null: false
    t.index "name text_pattern_ops", name: "index_items_on_prefix", using: :btree
    t.index ["name"], name: "index_items_on_name", unique: true, using: :btree
  end

end
`,
  },
  {
    name: 'Rails 5.1 puts the options of a table behind force:',
    engine: 'mysql',
    rails: { major: 5, minor: 1 },
    text: `ActiveRecord::Schema.define(version: 20260101120000) do

  create_table "items", id: :integer, unsigned: true, force: :cascade, options: "ENGINE=InnoDB DEFAULT CHARSET=utf8" do |t|
    t.text "body", limit: 16777215
    t.float "ratio", limit: 24
    t.datetime "created_at", precision: 6, null: false
    t.index ["body"], name: "index_items_on_body", length: { body: 20 }
  end

end
`,
  },
  {
    name: 'Rails 6.1 names a parent that is a key word as PostgreSQL prints it',
    engine: 'postgresql',
    rails: { major: 6, minor: 1 },
    text: `ActiveRecord::Schema.define(version: 2026_01_01_120000) do

  create_table "session", force: :cascade do |t|
    t.bigint "user_id"
  end

  create_table "user", force: :cascade do |t|
    t.string "name"
  end

  add_foreign_key "session", "\\"user\\"", column: "user_id"
end
`,
  },
  {
    name: 'Rails 5.2 gives the comment of a key beside that of its table',
    engine: 'postgresql',
    rails: { major: 5, minor: 2 },
    text: `ActiveRecord::Schema.define(version: 2026_01_01_120000) do

  create_table "batches", primary_key: "batch_id", id: :uuid, comment: "Given by hand", default: nil, comment: "For nightly work", force: :cascade do |t|
    t.string "name", comment: "For people"
  end

  create_table "runs", id: :uuid, default: -> { "gen_random_uuid()" }, comment: "Its number", comment: "One a night", force: :cascade do |t|
    t.int4range "tries", default: 1...10
    t.numrange "load", default: 0.5e0...::Float::INFINITY
    t.daterange "days", default: -::Float::INFINITY...::Float::INFINITY, null: false
    t.float "limit", default: ::Float::INFINITY
  end

end
`,
  },
  {
    name: 'Rails 5.2 puts underscores into the version',
    engine: 'postgresql',
    rails: { major: 5, minor: 2 },
    text: `ActiveRecord::Schema.define(version: 2026_01_01_120000) do

  create_table "items", id: :serial, force: :cascade do |t|
    t.bigint "owner_id"
    t.integer "kind", limit: 2
    t.index ["owner_id"], name: "index_items_on_owner_id", order: :desc
  end

  create_table "owners", id: :string, limit: 36, force: :cascade do |t|
    t.jsonb "settings", default: {}, null: false
  end

  add_foreign_key "items", "owners", on_delete: :cascade
end
`,
  },
  {
    name: 'Rails 6.0 writes sizes and lists of values',
    engine: 'mysql',
    rails: { major: 6, minor: 0 },
    text: `ActiveRecord::Schema.define(version: 2026_01_01_120000) do

  create_table "items", options: "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4", comment: "For sale", force: :cascade do |t|
    t.column "state", "enum('new','used')", default: "new", null: false
    t.text "body", size: :medium, collation: "utf8mb4_bin"
    t.timestamp "seen_at", precision: 6, default: -> { "CURRENT_TIMESTAMP(6)" }
    t.integer "count", default: 0, unsigned: true
    t.virtual "double", type: :integer, as: "(\`count\` * 2)", stored: true
    t.index ["body"], name: "index_items_on_body", type: :fulltext
  end

end
`,
  },
  {
    name: 'Rails 6.1 gathers the options of a primary key',
    engine: 'mysql',
    rails: { major: 6, minor: 1 },
    text: `ActiveRecord::Schema.define(version: 2026_01_01_120000) do

  create_table "items", id: { type: :bigint, unsigned: true }, charset: "utf8mb4", collation: "utf8mb4_bin", options: "ENGINE=MyISAM", force: :cascade do |t|
    t.boolean "active", default: true, null: false
    t.check_constraint "(\`active\` in (0,1))", name: "active_check"
  end

  create_table "tokens", id: { type: :string, limit: 36, comment: "given" }, charset: "utf8mb4", force: :cascade do |t|
    t.binary "digest", limit: 32
  end

end
`,
  },
  {
    name: 'Rails 7.0 names itself, takes precision 6 for granted and dumps enums',
    engine: 'postgresql',
    rails: { major: 7, minor: 0 },
    text: `ActiveRecord::Schema[7.0].define(version: 2026_01_01_120000) do
  # Custom types defined in this database.
  # Note that some types may not work with other database engines. Be careful if changing database.
  create_enum "item_state", ["new", "used"]

  create_table "items", id: :uuid, default: -> { "gen_random_uuid()" }, comment: "For sale", force: :cascade do |t|
    t.enum "state", default: "new", null: false, enum_type: "item_state"
    t.datetime "sold_at", precision: nil
    t.timestamptz "seen_at", precision: 6
    t.virtual "label", type: :string, as: "upper((name)::text)", stored: true
    t.string "name", comment: "with \\"quotes\\" and \\#{braces}"
    t.float "ratio", default: 1.0
    t.index "lower((name)::text)", name: "index_items_on_lower_name"
    t.index ["state"], name: "index_items_on_state", where: "(sold_at IS NULL)"
    t.check_constraint "ratio > 0::double precision", name: "ratio_check"
  end

end
`,
  },
  {
    name: 'Rails 6.1 dumps checks with all parentheses but the outer ones',
    engine: 'postgresql',
    rails: { major: 6, minor: 1 },
    text: `ActiveRecord::Schema.define(version: 2026_01_01_120000) do

  create_table "items", force: :cascade do |t|
    t.float "ratio"
    t.string "name"
    t.check_constraint "(ratio > (0)::double precision) AND ((name)::text <> ''::text)", name: "sane"
  end

end
`,
  },
  {
    name: 'Rails 7.1 dumps schemas, more constraints and all composite keys',
    engine: 'postgresql',
    rails: { major: 7, minor: 1 },
    text: `ActiveRecord::Schema[7.1].define(version: 2026_01_01_120000) do
  create_schema "billing"

  create_table "bookings", primary_key: ["room_id", "number"], force: :cascade do |t|
    t.bigint "room_id", null: false
    t.integer "number", null: false
    t.daterange "stay"
    t.index ["number"], name: "index_bookings_on_number", include: ["stay"], nulls_not_distinct: true
    t.index ["room_id", "number"], name: "index_bookings_on_room", order: { number: "DESC NULLS LAST" }, opclass: { room_id: :int8_ops }
    t.check_constraint "number > 0", name: "number_check", validate: false
    t.exclusion_constraint "room_id WITH =, stay WITH &&", where: "number > 0", using: :gist, name: "no_overlap"
    t.unique_constraint ["number"], deferrable: :deferred, name: "unique_number"
  end

  create_table "rooms", force: :cascade do |t|
  end

  add_foreign_key "bookings", "rooms", name: "bookings_room", deferrable: :immediate, validate: false
end
`,
  },
  {
    name: 'Rails 7.2 has blank lines only between tables and checks apart',
    engine: 'postgresql',
    rails: { major: 7, minor: 2, patch: 3 },
    text: `ActiveRecord::Schema[7.2].define(version: 2026_01_01_120000) do
  create_table "events", id: false, force: :cascade do |t|
    t.datetime "at", null: false
    t.interval "length", default: "PT1H"
  end

  create_table "items", id: :bigint, default: nil, force: :cascade do |t|
    t.serial "position", null: false
    t.bit "flags", limit: 8
  end

  add_check_constraint "items", "\\"position\\" > 0", name: "position_check", validate: false
end
`,
  },
  {
    name: 'Rails 8.0 names the schema of plpgsql, and how a table is partitioned',
    engine: 'postgresql',
    rails: { major: 8, minor: 0 },
    text: `ActiveRecord::Schema[8.0].define(version: 2026_01_01_120000) do
  # These are extensions that must be enabled in order to support this database
  enable_extension "pg_catalog.plpgsql"
  enable_extension "pgcrypto"

  create_table "events", id: false, options: "PARTITION BY RANGE (at)", force: :cascade do |t|
    t.datetime "at", null: false
  end

  create_table "items", force: :cascade do |t|
    t.string "code"
    t.bigint "owner_id"

    t.unique_constraint ["code"], nulls_not_distinct: true, name: "unique_code"
  end

  create_table "owners", force: :cascade do |t|
    t.string "name"
  end

  add_foreign_key "items", "owners", primary_key: "name", on_update: :restrict, on_delete: :nullify
end
`,
  },
  {
    name: 'Rails 8.0 dumps the virtual tables of SQLite',
    engine: 'sqlite',
    rails: { major: 8, minor: 0 },
    text: `ActiveRecord::Schema[8.0].define(version: 2026_01_01_120000) do
  create_table "items", id: :string, force: :cascade do |t|
    t.string "name", null: false
    t.decimal "price", precision: 10, scale: 2, default: "1.5"
    t.integer "recent_ids", default: [], array: true
    t.virtual "label", type: :string, as: "upper(name)", stored: false
    t.index ["name"], name: "index_items_on_name", unique: true
  end

  # Virtual tables defined in this database.
  # Note that virtual tables may not work with other database engines. Be careful if changing database.
  create_virtual_table "items_search", "fts5", ["name", "content='items'"]
end
`,
  },
  {
    name: 'Rails 8.1 sorts columns and dumps disabled indexes',
    engine: 'mysql',
    rails: { major: 8, minor: 1 },
    text: `ActiveRecord::Schema[8.1].define(version: 2026_01_01_120000) do
  create_table "items", charset: "utf8mb4", collation: "utf8mb4_0900_ai_ci", force: :cascade do |t|
    t.datetime "created_at", null: false
    t.json "data", default: -> { "(json_object())" }
    t.string "name"
    t.bigint "owner_id", unsigned: true
    t.index ["name"], name: "index_items_on_name", enabled: false
  end
end
`,
  },
];

describe('a dump is written anew as its version of Rails spelt it', () => {
  test.each(DUMPS)('$name', async ({ engine, rails, text }) => {
    const file = await readSchemaRb(text, 'db/schema.rb', { engine, rails });
    expect(file.schema.opaque).toEqual([]);
    const after = { ...file.schema, version: VERSION };
    expect(writeSchemaRb(file, after, { everythingAnew: true, rails })).toBe(text);
  });
});

describe('what is taken out of a dump and put back stands where it stood', () => {
  test.each(DUMPS)('$name', async ({ engine, rails, text }) => {
    const read = (given: string) => readSchemaRb(given, 'db/schema.rb', { engine, rails });
    const file = await read(text);
    const whole = { ...file.schema, version: VERSION };
    for (const table of whole.tables) {
      const tables = whole.tables
        .filter((other) => other !== table)
        .map((other) => ({
          ...other,
          foreignKeys: other.foreignKeys.filter(({ toTable }) => toTable !== table.name),
        }));
      const without = writeSchemaRb(file, { ...whole, tables }, { rails });
      expect(without).not.toContain(`create_table "${table.name}"`);
      expect(writeSchemaRb(await read(without), whole, { rails })).toBe(text);
    }
  });

  test.each(DUMPS)('$name: extensions, enums and schemas', async ({ engine, rails, text }) => {
    const read = (given: string) => readSchemaRb(given, 'db/schema.rb', { engine, rails });
    const file = await read(text);
    const whole = { ...file.schema, version: VERSION };
    const bare = { ...whole, extensions: [], enums: [], namespaces: [], virtualTables: [] };
    const without = writeSchemaRb(file, bare, { rails });
    expect(without).not.toMatch(/enable_extension|create_enum|create_schema|create_virtual_table/);
    expect(without).not.toMatch(/^ {2}#/m);
    expect(writeSchemaRb(await read(without), whole, { rails })).toBe(text);
  });
});
