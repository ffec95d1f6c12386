import { describe, expect, test } from 'vitest';
import type { Column, Schema, Table } from '../../../model/schema.ts';
import { readSchemaRb } from '../../../read/ruby/schema/read.ts';
import { type WriteSchemaRbOptions, writeSchemaRb } from './index.ts';

const RAILS_7_1 = { major: 7, minor: 1 };

const FILE = `# A comment of ours
ActiveRecord::Schema[7.1].define(version: 2026_01_01_120000) do
  create_table "orders", force: :cascade do |t|
    t.string  :number,   null: false   # by hand
    t.bigint "user_id"
    t.index ["user_id"], name: "index_orders_on_user_id"
  end

  something_unknown "to all readers"

  create_table "users", force: :cascade do |t|
    t.string "email"
  end

  add_foreign_key "orders", "users"
end
`;

/** The file written for its own schema with a change made to it. */
async function rewrite(
  text: string,
  change: (schema: Schema) => Partial<Schema>,
  options: WriteSchemaRbOptions = {},
): Promise<string> {
  const file = await readSchemaRb(text, 'db/schema.rb', { engine: 'postgresql', rails: RAILS_7_1 });
  const schema = { ...file.schema, version: '20260101120000' };
  return writeSchemaRb(file, { ...schema, ...change(schema) }, options);
}

function withTable(name: string, change: (table: Table) => Partial<Table>) {
  return (schema: Schema): Partial<Schema> => ({
    tables: schema.tables.map((table) =>
      table.name === name ? { ...table, ...change(table) } : table,
    ),
  });
}

function column(name: string, type: string): Column {
  return {
    name,
    type,
    nullable: true,
    default: null,
    autoIncrement: null,
    generated: null,
    collation: null,
    comment: null,
    extraOptions: [],
  };
}

/** Lines of the second text that the first does not have, and the other way round. */
function changedLines(before: string, after: string): readonly string[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !fresh.includes(line)).map((line) => `-${line}`),
    ...fresh.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

describe('text of what did not change stays', () => {
  test('byte for byte when nothing changed, however it is spelt', async () => {
    expect(await rewrite(FILE, () => ({}))).toBe(FILE);
  });

  test('in the other lines of a changed table', async () => {
    const text = await rewrite(
      FILE,
      withTable('orders', ({ columns }) => ({ columns: [...columns, column('paid', 'boolean')] })),
    );
    expect(changedLines(FILE, text)).toEqual(['+    t.boolean "paid"']);
    expect(text).toContain('t.bigint "user_id"\n    t.boolean "paid"\n    t.index');
  });

  test('for statements that no reader understood', async () => {
    const text = await rewrite(FILE, ({ tables }) => ({ tables: tables.slice(1) }));
    expect(text).toContain('  something_unknown "to all readers"\n');
    expect(text).not.toContain('orders');
  });

  test('in the lines of a renamed table', async () => {
    const text = await rewrite(FILE, (schema) =>
      withTable('orders', () => ({ name: 'purchases' }))(schema),
    );
    expect(text).toContain(
      'create_table "purchases", force: :cascade do |t|\n    t.string  :number,',
    );
    expect(text).toContain('add_foreign_key "purchases", "users"\n');
    expect(text).not.toContain('"orders"');
  });
});

describe('what is new takes the place that the dumper gives it', () => {
  test('tables by name', async () => {
    const text = await rewrite(FILE, ({ tables }) => ({
      tables: [...tables, { ...emptyTable('products'), columns: [column('id', 'bigint')] }],
    }));
    expect(text.match(/create_table "\w+"/g)).toEqual([
      'create_table "orders"',
      'create_table "products"',
      'create_table "users"',
    ]);
    expect(text).toContain(
      '  end\n\n  create_table "products", id: false, force: :cascade do |t|\n',
    );
  });

  test('indexes by the text of their line', async () => {
    const text = await rewrite(
      FILE,
      withTable('orders', ({ indexes }) => ({
        indexes: indexes.flatMap((index) => [
          { ...index, name: 'index_orders_on_user_id_unique', unique: true },
          index,
        ]),
      })),
    );
    expect(text).toContain(`    t.index ["user_id"], name: "index_orders_on_user_id"
    t.index ["user_id"], name: "index_orders_on_user_id_unique", unique: true
  end`);
  });

  test('a foreign key whose line changes finds a new place', async () => {
    const two = FILE.replace(
      't.bigint "user_id"\n',
      't.bigint "user_id"\n    t.bigint "zone_id"\n',
    ).replace(
      '  add_foreign_key "orders", "users"\n',
      '  add_foreign_key "orders", "users"\n  add_foreign_key "orders", "users", column: "zone_id"\n',
    );
    const text = await rewrite(
      two,
      withTable('orders', ({ foreignKeys }) => ({
        foreignKeys: foreignKeys.map((key, position) =>
          position === 0 ? { ...key, onDelete: 'cascade' } : key,
        ),
      })),
    );
    expect(text).toContain(`  add_foreign_key "orders", "users", column: "zone_id"
  add_foreign_key "orders", "users", on_delete: :cascade
`);
  });

  test('columns by name where the file has all columns sorted', async () => {
    const sorted = `ActiveRecord::Schema[7.1].define(version: 2026_01_01_120000) do
  create_table "users", force: :cascade do |t|
    t.string "city"
    t.datetime "created_at"
    t.string "email"
    t.string "name"
  end

end
`;
    const text = await rewrite(
      sorted,
      withTable('users', ({ columns }) => ({ columns: [...columns, column('age', 'integer')] })),
    );
    expect(text).toContain('do |t|\n    t.integer "age"\n    t.string "city"\n');
  });
});

describe('the version', () => {
  const versionOf = (text: string) => /define\(version: ([\d_]+)\)/.exec(text)?.[1];
  const later = () => ({ version: '20260203040506' });

  test('is written with underscores where the file has them', async () => {
    expect(versionOf(await rewrite(FILE, later))).toBe('2026_02_03_040506');
    const plain = FILE.replace('2026_01_01_120000', '20260101120000');
    expect(versionOf(await rewrite(plain, later))).toBe('20260203040506');
    const grouped = FILE.replace('2026_01_01_120000', '20_260_101_120_000');
    expect(versionOf(await rewrite(grouped, later))).toBe('20_260_203_040_506');
  });

  test('brings the blank line above it into order, as a new dump does', async () => {
    const merged = FILE.replace('ours\n', 'ours\n\n\n');
    expect(await rewrite(merged, () => ({}))).toBe(merged);
    expect(await rewrite(merged, later)).toMatch(/ours\n\nActiveRecord/);
  });

  test('has underscores and the words of explanation of the Rails that dumps', async () => {
    const words = (command: string) =>
      `# This file is the source Rails uses to define your schema when running \`${command}
# db:schema:load\`. When creating a new database, \`${command} db:schema:load\` tends to
# be faster and is potentially less error prone than running all of your
# migrations from scratch. Old migrations may fail to apply correctly if those
# migrations use external dependencies or application code.
`;
    const dump = (head: string, version: string, body: string) =>
      `# ours\n${head}#\n\nActiveRecord::Schema.define(version: ${version}) do\n${body}end\n`;
    const table = '  create_table "users", force: :cascade do |t|\n  end\n\n';
    const old = dump(words('rails'), '20260101120000', table);
    const rails = { major: 6, minor: 1 };
    expect(await rewrite(old, later, { rails })).toBe(
      dump(words('bin/rails'), '2026_02_03_040506', `\n${table}`),
    );
    expect(await rewrite(old, () => ({}), { rails })).toBe(old);
    expect(await rewrite(old, later)).toBe(dump(words('rails'), '20260203040506', table));
  });

  test('written by thousands, as a formatter does, gets no blank line after it', async () => {
    const given = `ActiveRecord::Schema.define(version: 20_260_101_120_000) do
  create_table "users", force: :cascade do |t|
  end
end
`;
    const dumped = await rewrite(given, () => ({ version: '20260202120000' }), {
      rails: { major: 6, minor: 1 },
    });
    expect(dumped).toBe(given.replace('20_260_101', '20_260_202'));
  });

  test('stays when it is not known', async () => {
    expect(versionOf(await rewrite(FILE, () => ({ version: null })))).toBe('2026_01_01_120000');
  });
});

test('a dump by a newer Rails is written anew, in its form', async () => {
  const text = await rewrite(FILE, () => ({}), { rails: { major: 8, minor: 0 } });
  expect(text).toMatch(/^# This file is auto-generated[\s\S]*ActiveRecord::Schema\[8\.0\]\.define/);
  expect(text).toContain('    t.string "number", null: false\n');
});

test('the first dump by a newer Rails has its blank lines', async () => {
  const old = `ActiveRecord::Schema.define(version: 2026_01_01_120000) do

  create_table "users", force: :cascade do |t|
    t.datetime "created_at"
  end

end
`;
  const upgraded = await rewrite(old, () => ({}), { rails: { major: 7, minor: 2 } });
  expect(upgraded.slice(upgraded.indexOf('ActiveRecord'))).toBe(
    `ActiveRecord::Schema[7.2].define(version: 2026_01_01_120000) do
  create_table "users", force: :cascade do |t|
    t.datetime "created_at", precision: nil
  end
end
`,
  );
});

describe('foreign keys', () => {
  test('that an application’s inflections name are left unnamed for other tables too', async () => {
    const inflected = `ActiveRecord::Schema[7.1].define(version: 2026_01_01_120000) do
  create_table "donations", force: :cascade do |t|
    t.bigint "food_drive_id"
  end

  create_table "food_drives", force: :cascade do |t|
  end

  create_table "gifts", force: :cascade do |t|
    t.bigint "food_drive_id"
  end

  add_foreign_key "donations", "food_drives"
end
`;
    const text = await rewrite(inflected, (schema) => {
      const key = schema.tables[0]?.foreignKeys[0];
      const foreignKeys = key
        ? [{ ...key, columns: ['food_drive_id'], name: 'fk_rails_0123456789' }]
        : [];
      return withTable('gifts', () => ({ foreignKeys }))(schema);
    });
    expect(text).toContain('  add_foreign_key "gifts", "food_drives"\n');
  });
});

function emptyTable(name: string): Table {
  return {
    name,
    columns: [],
    primaryKey: null,
    indexes: [],
    foreignKeys: [],
    checkConstraints: [],
    uniqueConstraints: [],
    exclusionConstraints: [],
    comment: null,
    options: null,
    charset: null,
    collation: null,
  };
}

test.each([
  ['7.0', 't.check_constraint "id > 0", name: "positive"\n'],
  ['7.1', 't.check_constraint "id > 0", name: "positive", validate: false\n'],
])('a check that is not validated on Rails %s is dumped as %s', async (rails, line) => {
  const given = FILE.replace('[7.1]', `[${rails}]`);
  const unchecked = { name: 'positive', expression: 'id > 0', validated: false };
  expect(
    await rewrite(
      given,
      withTable('users', () => ({ checkConstraints: [unchecked] })),
    ),
  ).toContain(line);
});

test('index lines that a merge left out of order are sorted once an index comes or goes', async () => {
  const lines = ['"c"', '"b"', '"a"'].map(
    (name) => `    t.index [${name}], name: "by_${name.slice(1, -1)}"\n`,
  );
  const given = `ActiveRecord::Schema[7.1].define(version: 2026_01_01_120000) do
  create_table "users", force: :cascade do |t|
    t.string "a"
    t.string "b"
    t.string "c"
${lines.join('')}  end
end
`;
  const [c = '', b = '', a = ''] = lines;
  const dropped = await rewrite(
    given,
    withTable('users', ({ indexes }) => ({
      indexes: indexes.filter(({ name }) => name !== 'by_b'),
    })),
  );
  expect(dropped).toBe(given.replace(c + b + a, a + c));
});
