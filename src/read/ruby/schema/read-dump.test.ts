import { describe, expect, test } from 'vitest';
import { findTable } from '../../../model/schema.ts';
import type { RubySchemaFile } from '../../../model/schema-file.ts';
import { readSchemaRb } from './read.ts';

const ORDERS = `  create_table "orders", force: :cascade do |t|
    t.bigint "user_id"
    t.string "code", limit: 20, comment: "Größe #1"
    t.enum "status", default: "draft", null: false, enum_type: "status"
    t.index ["code"], name: "index_orders_on_code", where: "(status = 'draft'::status)"
    t.check_constraint "length(code::text) > 3", name: "long_code"
  end
`;

const USERS = `  create_table "users", id: :uuid, default: -> { "gen_random_uuid()" }, force: :cascade do |t|
    t.string "name"
  end
`;

const KEYS = `  add_foreign_key "orders", "users"
  add_foreign_key "orders", "users", column: "code", name: "fk_code", on_delete: :cascade
`;

const VIEW = `
  create_view "codes", materialized: true, sql_definition: <<-SQL
      SELECT orders.code
     FROM orders;
  SQL
  add_index "codes", ["code"], name: "index_codes_on_code"

`;

function dump({
  enums = '  create_enum "status", ["draft", "paid"]\n\n',
  orders = ORDERS,
  users = USERS,
  keys = KEYS,
  rest = VIEW,
  version = '7.1',
}): string {
  return `# This file is auto-generated.

ActiveRecord::Schema[${version}].define(version: 2026_01_01_120000) do
  # These are extensions that must be enabled in order to support this database
  enable_extension "plpgsql"

${enums}${orders}
${users}
${keys}${rest}end
`;
}

function read(text: string): Promise<RubySchemaFile> {
  return readSchemaRb(text, 'db/schema.rb', { engine: 'postgresql', rails: null });
}

/** The same, read as a whole: `define` has parentheses that no dump has. */
async function readWhole(text: string): Promise<RubySchemaFile> {
  const file = await read(text.replace(/define\((.*)\) do/, 'define( $1) do'));
  const back = (at: number): number => (at > text.indexOf(' do\n') ? at - 1 : at);
  return {
    ...file,
    text,
    layout: file.layout.map((block) => ({
      ...block,
      start: back(block.start),
      end: back(block.end),
      lines: block.lines.map((line) => ({
        ...line,
        start: back(line.start),
        end: back(line.end),
      })),
    })),
  };
}

describe('a dump reads the same, whatever was read before it', () => {
  const variants = {
    'the first': dump({}),
    'the same again': dump({}),
    'with another table': dump({ users: USERS.replace('"name"', '"email"') }),
    'without the foreign keys': dump({ keys: '' }),
    'with a third foreign key': dump({
      keys: `${KEYS}  add_foreign_key "users", "orders", column: "name"\n`,
    }),
    'with the enum under another name': dump({
      enums: '  create_enum "state", ["draft"]\n\n',
      orders: ORDERS.replaceAll('enum_type: "status"', 'enum_type: "state"'),
    }),
    'without the enum': dump({ enums: '' }),
    'of another version': dump({ version: '6.1' }),
    'without the view': dump({ rest: '' }),
    'with a check after its table': dump({
      orders: `${ORDERS}\n  add_check_constraint "orders", "user_id > 0", name: "c", validate: false\n`,
    }),
    'with a key that an inflection names': dump({
      orders: ORDERS.replace('user_id', 'usersa_id'),
      keys: '  add_foreign_key "orders", "users"\n',
    }),
    'with a heredoc that has the end of a table in it': dump({
      rest: VIEW.replace('FROM orders', 'FROM orders\n  end\n  create_table "x" do |t|'),
    }),
    'of one table only': dump({ users: '', keys: '' }),
  };

  test.each(Object.entries(variants))('%s', async (_, text) => {
    const file = await read(text);
    expect(file.schema.opaque).toEqual([]);
    expect(file).toEqual(await readWhole(text));
    expect(file.layout.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
  });
});

describe('what does not go together is shown, though each part was read before', () => {
  const reasons = async (text: string) => {
    await read(dump({}));
    const file = await read(text);
    expect(file).toEqual(await readWhole(text));
    return file.schema.opaque.map(({ reason, source }) => [reason, source.line]);
  };

  const lineOf = (part: string, text: string): number =>
    text.slice(0, text.lastIndexOf(part)).split('\n').length;

  test('a table that is there twice', async () => {
    const text = dump({ users: `${USERS}\n${ORDERS}` });
    expect(await reasons(text)).toEqual([
      ['there is already a table "orders"', lineOf('create_table "orders"', text)],
    ]);
  });

  test('a foreign key to a table that is gone', async () => {
    expect((await reasons(dump({ users: '' })))[0]?.[0]).toBe('there is no table "users"');
  });

  test('a foreign key of a table that is gone', async () => {
    expect((await reasons(dump({ orders: '' })))[0]?.[0]).toBe('there is no table "orders"');
  });

  test('a foreign key to a column that is gone', async () => {
    const users = USERS.replace('id: :uuid, default: -> { "gen_random_uuid()" }', 'id: false');
    expect((await reasons(dump({ users })))[0]?.[0]).toBe('users has no column "id"');
  });

  test('a foreign key on a column that is gone', async () => {
    const orders = ORDERS.replace('    t.bigint "user_id"\n', '');
    expect((await reasons(dump({ orders })))[0]?.[0]).toBe('orders has no column "user_id"');
  });

  test('a statement that no Rails writes', async () => {
    const text = dump({ rest: '\n  frobnicate "orders"\n' });
    expect((await reasons(text))[0]?.[1]).toBe(lineOf('frobnicate', text));
  });
});

test('the same text means another thing to another engine', async () => {
  const text = dump({ enums: '', orders: '', keys: '', rest: '' });
  const types = async (engine: 'postgresql' | 'mysql') => {
    const file = await readSchemaRb(text, 'db/schema.rb', { engine, rails: null });
    return findTable(file.schema, 'users')?.columns.map(({ type }) => type);
  };
  expect(await types('postgresql')).toEqual(['uuid', 'character varying']);
  expect(await types('mysql')).toEqual(['uuid', 'varchar(255)']);
  expect(await types('postgresql')).toEqual(['uuid', 'character varying']);
});

test('an unchanged table is the very same object as when it was read before', async () => {
  const before = await read(dump({}));
  const after = await read(dump({ users: USERS.replace('"name"', '"label"') }));
  const [old, now] = [before, after].map(({ schema }) => findTable(schema, 'orders'));
  expect(now).toBe(old);
  expect(findTable(after.schema, 'users')?.columns[1]?.name).toBe('label');
});

test('a table of MariaDB among those of MySQL keeps its expressions, wherever it stands', async () => {
  const line = (sql: string) =>
    `    t.virtual "label", type: :string, as: "${sql}"\n    t.string "code"\n`;
  const head = (name: string) =>
    `  create_table "${name}", charset: "utf8mb4", force: :cascade do |t|\n`;
  const mysql = `${head('a')}${line("concat(`code`,_utf8mb4'-')")}  end\n`;
  const mariadb = `${head('b')}${line("concat(`code`,'-')")}  end\n`;
  const expressions = async (...tables: readonly string[]) => {
    const text = `ActiveRecord::Schema[8.1].define(version: 1) do\n${tables.join('\n')}end\n`;
    const options = { engine: 'mysql', rails: null } as const;
    const { schema } = await readSchemaRb(text, 'db/schema.rb', options);
    const whole = text.replace('(version: 1)', '( version: 1)');
    expect(schema).toEqual((await readSchemaRb(whole, 'db/schema.rb', options)).schema);
    return schema.tables.map(({ columns }) => columns[1]?.generated?.expression);
  };
  const printed = ["concat(`code`,_utf8mb4'-')", "concat(`code`,'-')"];
  expect(await expressions(mysql, mariadb)).toEqual(printed);
  expect(await expressions(mariadb, mysql)).toEqual(printed.toReversed());
});
