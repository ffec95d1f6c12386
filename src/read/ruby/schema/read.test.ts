import { expect, test } from 'vitest';
import type { Engine } from '../../../model/engine.ts';
import { InputError } from '../../../model/errors.ts';
import { findTable } from '../../../model/schema.ts';
import { readSchemaRb } from './read.ts';

const FILE = `# This file is auto-generated.

ActiveRecord::Schema[7.1].define(version: 2026_01_05_101500) do
  create_schema "billing"

  # These are extensions that must be enabled in order to support this database
  enable_extension "plpgsql"

  create_enum "status", ["draft", "paid"]

  create_table "orders", force: :cascade do |t|
    t.bigint "user_id", null: false
    t.string "code", limit: 20, default: "new", comment: "printed"
    t.decimal "total", precision: 10, scale: 2, default: "0.0", null: false
    t.enum "status", default: "draft", null: false, enum_type: "status"
    t.virtual "upper_code", type: :string, as: "upper((code)::text)", stored: true
    t.datetime "paid_at", precision: nil
    t.datetime "created_at", null: false
    t.geography "place", limit: {srid: 4326, type: "st_point", geographic: true}
    t.index ["code"], name: "index_orders_on_code", unique: true, where: "(paid_at IS NULL)"
    t.index "lower((code)::text)", name: "index_orders_on_lower_code"
    t.check_constraint "total > 0::numeric", name: "positive", validate: false
    t.unique_constraint ["code"], deferrable: :deferred, name: "one_code"
    t.exclusion_constraint "user_id WITH =", using: :gist, name: "no_overlap"
  end

  create_table "users", id: :uuid, default: -> { "gen_random_uuid()" }, force: :cascade do |t|
    t.string "tags", default: [], array: true
  end

  # a note
  add_foreign_key "orders", "users", on_delete: :cascade

  frobnicate "orders", with: 1

  create_view "recent", materialized: true, sql_definition: <<-SQL
      SELECT 1;
  SQL
  add_index "recent", ["a"], name: "index_recent_on_a"
end
`;

function read(text: string, engine: Engine = 'postgresql') {
  return readSchemaRb(text, 'db/schema.rb', { engine, rails: null });
}

test('columns come in the engine’s own types, with what the dump says of them', async () => {
  const { schema } = await read(FILE);
  const orders = findTable(schema, 'orders');
  const types = orders?.columns.map(
    (column) => `${column.name} ${column.type}${column.nullable ? '' : ' not null'}`,
  );
  expect(types).toEqual([
    'id bigint not null',
    'user_id bigint not null',
    'code character varying(20)',
    'total numeric(10,2) not null',
    'status status not null',
    'upper_code character varying',
    'paid_at timestamp without time zone',
    'created_at timestamp(6) without time zone not null',
    'place geography',
  ]);
  expect(orders?.columns[3]?.default).toEqual({ kind: 'literal', value: '0.0' });
  expect(orders?.columns[5]?.generated).toEqual({
    expression: 'upper((code)::text)',
    stored: true,
  });
  expect(orders?.columns[8]?.extraOptions).toEqual([
    { name: 'limit', text: '{srid: 4326, type: "st_point", geographic: true}' },
  ]);
});

test('keys, indexes and constraints belong to their table', async () => {
  const { schema } = await read(FILE);
  const orders = findTable(schema, 'orders');
  expect(orders?.primaryKey?.columns).toEqual(['id']);
  expect(orders?.indexes.map((index) => [index.name, index.unique, index.where])).toEqual([
    ['index_orders_on_code', true, '(paid_at IS NULL)'],
    ['index_orders_on_lower_code', false, null],
  ]);
  expect(orders?.indexes[1]?.parts[0]?.expression).toBe('lower((code)::text)');
  expect(orders?.checkConstraints).toEqual([
    { name: 'positive', expression: 'total > 0::numeric', validated: false },
  ]);
  expect(orders?.uniqueConstraints[0]?.deferrable).toBe('deferred');
  expect(orders?.exclusionConstraints[0]?.using).toBe('gist');
  expect(orders?.foreignKeys[0]).toMatchObject({
    columns: ['user_id'],
    toTable: 'users',
    onDelete: 'cascade',
  });
});

test('a uuid key keeps its function, an array column its empty list', async () => {
  const users = findTable((await read(FILE)).schema, 'users');
  expect(users?.columns[0]).toMatchObject({
    type: 'uuid',
    autoIncrement: null,
    default: { kind: 'expression', sql: 'gen_random_uuid()' },
  });
  expect(users?.columns[1]).toMatchObject({
    type: 'character varying[]',
    default: { kind: 'literal', value: [] },
  });
});

test('stand-alone objects and the version are read', async () => {
  const { schema, rails } = await read(FILE);
  expect(rails).toEqual({ major: 7, minor: 1 });
  expect(schema.version).toBe('20260105101500');
  expect(schema.namespaces).toEqual(['billing']);
  expect(schema.extensions).toEqual([{ name: 'plpgsql', version: null }]);
  expect(schema.enums).toEqual([{ name: 'status', values: ['draft', 'paid'] }]);
  expect(schema.views[0]).toMatchObject({
    name: 'recent',
    materialized: true,
    definition: 'SELECT 1',
  });
  expect(schema.views[0]?.indexes[0]?.name).toBe('index_recent_on_a');
});

test('a statement that no Rails writes is kept as opaque, with its place', async () => {
  const { schema } = await read(FILE);
  expect(schema.opaque).toHaveLength(1);
  expect(schema.opaque[0]).toMatchObject({
    text: 'frobnicate "orders", with: 1',
    source: { line: 34 },
  });
});

test('a table that Rails could not dump is not taken for one that is not there', async () => {
  const note = '# Could not dump table "shapes" because of following StandardError';
  const text = `ActiveRecord::Schema[7.1].define(version: 1) do\n${note}\n#   Unknown type 'shape' for column 'a'\n\nend\n`;
  const { schema } = await read(text);
  expect(schema.opaque).toMatchObject([
    { reason: 'Rails could not dump the table shapes: StandardError', source: { line: 2 } },
  ]);
});

test('the blocks of the layout give the text back, and so do the lines of a table', async () => {
  const { layout, text } = await read(FILE);
  expect(layout.map((block) => text.slice(block.start, block.end)).join('')).toBe(text);
  expect(layout.filter((block) => block.kind !== 'blank').map((block) => block.kind)).toEqual([
    ...['preamble', 'namespace', 'comment', 'extension', 'enum', 'table', 'table', 'comment'],
    ...['foreignKey', 'opaque', 'view', 'constraint', 'end'],
  ]);
  const orders = layout.find((block) => block.name === 'orders');
  expect(orders?.lines.map((line) => text.slice(line.start, line.end)).join('')).toBe(
    text.slice(orders?.start, orders?.end),
  );
  expect(orders?.lines.at(-4)).toMatchObject({ kind: 'checkConstraint', name: 'positive' });
});

test('the older form takes its types from the Rails that wrote it', async () => {
  const text =
    'ActiveRecord::Schema.define(version: 20190101) do\n  create_table "a" do |t|\n    t.datetime "at"\n  end\nend\n';
  const { schema, rails } = await read(text);
  expect(rails).toBeNull();
  expect(schema.version).toBe('20190101');
  expect(schema.tables[0]?.columns.map((column) => column.type)).toEqual([
    'bigint',
    'timestamp without time zone',
  ]);
});

test('the older form padded as by Rails 5.0 has keys of four bytes', async () => {
  const text =
    'ActiveRecord::Schema.define(version: 20170101) do\n  create_table "a", force: :cascade do |t|\n    t.string   "name"\n    t.datetime "at"\n  end\nend\n';
  expect((await read(text)).schema.tables[0]?.columns[0]?.type).toBe('integer');
});

test('MySQL’s table options are kept as the dump gives them', async () => {
  const text = `ActiveRecord::Schema[7.1].define(version: 1) do
  create_table "a", id: { type: :integer, unsigned: true }, charset: "utf8mb4", collation: "utf8mb4_bin", force: :cascade do |t|
    t.text "b", size: :medium
  end
end
`;
  const [table] = (await read(text, 'mysql')).schema.tables;
  expect(table).toMatchObject({ charset: 'utf8mb4', collation: 'utf8mb4_bin' });
  expect(table?.columns.map((column) => column.type)).toEqual(['int unsigned', 'mediumtext']);
  expect(table?.columns[0]?.autoIncrement).toBe('autoIncrement');
});

test('a file without the define call is refused with what was expected', async () => {
  await expect(read('puts 1\n')).rejects.toThrow(InputError);
  await expect(read('puts 1\n')).rejects.toThrow(/no `ActiveRecord::Schema/);
});

test('versions and limits beyond 31 bits are read as they stand', async () => {
  const text = `ActiveRecord::Schema.define(version: 2024_11_04_215430) do
  create_table "a", force: :cascade do |t|
    t.text "b", limit: 4294967295
  end
end
`;
  const { schema } = await read(text, 'mysql');
  expect(schema.version).toBe('20241104215430');
  expect(schema.tables[0]?.columns[1]?.type).toBe('longtext');
});

test('a dump of MySQL lists every index, so none is added for its foreign keys', async () => {
  const table = (index: string) => `ActiveRecord::Schema[7.1].define(version: 1) do
  create_table "users", charset: "utf8mb4", force: :cascade do |t|
  end
  create_table "orders", charset: "utf8mb4", force: :cascade do |t|
    t.bigint "user_id"
${index}  end
  add_foreign_key "orders", "users"
end
`;
  const indexes = async (index: string) => {
    const { schema } = await readSchemaRb(table(index), 'db/schema.rb', {
      engine: 'mysql',
      rails: null,
    });
    return findTable(schema, 'orders')?.indexes.map(({ name }) => name);
  };
  expect(await indexes('')).toEqual([]);
  const own = '    t.index ["user_id"], name: "fk_rails_f868b47f6a"\n';
  expect(await indexes(own)).toEqual(['fk_rails_f868b47f6a']);
});

test('a foreign key without a column stands on the one that is named after the parent', async () => {
  const key = (column: string, parent: string) =>
    `ActiveRecord::Schema[7.1].define(version: 1) do
  create_table "answers", force: :cascade do |t|
    t.bigint "${column}"
    t.bigint "user_id"
  end
  create_table "${parent}", force: :cascade do |t|
  end
  add_foreign_key "answers", "${parent}"
end
`;
  const columnOf = async (column: string, parent: string) => {
    const { schema } = await read(key(column, parent));
    return schema.tables[0]?.foreignKeys[0]?.columns ?? schema.opaque[0]?.reason;
  };
  expect(await columnOf('type_de_champ_id', 'types_de_champ')).toEqual(['type_de_champ_id']);
  expect(await columnOf('final_criterion_id', 'final_criteria')).toEqual(['final_criterion_id']);
  expect(await columnOf('author_id', 'people')).toBe('answers has no column "person_id"');
});

test('a foreign key of a dump of SQLite costs its table nothing', async () => {
  const text = `ActiveRecord::Schema[7.0].define(version: 1) do
  create_table "files", force: :cascade do |t|
    t.bigint "size"
    t.integer "model_id"
  end
  create_table "models", force: :cascade do |t|
  end
  add_foreign_key "files", "models"
end
`;
  const { schema } = await read(text, 'sqlite');
  expect(findTable(schema, 'files')?.columns[1]?.type).toBe('bigint');
  expect(findTable(schema, 'files')?.foreignKeys).toHaveLength(1);
});
