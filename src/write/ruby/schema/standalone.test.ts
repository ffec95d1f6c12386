import { describe, expect, test } from 'vitest';
import type { Schema, View } from '../../../model/schema.ts';
import { readSchemaRb } from '../../../read/ruby/schema/read.ts';
import { writeSchemaRb } from './index.ts';

const RAILS = { major: 7, minor: 1 };

const FILE = `ActiveRecord::Schema[7.1].define(version: 2026_01_01_120000) do
  create_table "users", force: :cascade do |t|
    t.string "email"
  end


  create_view "first_users", sql_definition: <<-SQL
      SELECT users.id
     FROM users;
  SQL
  create_view "last_users", sql_definition: <<-SQL
      SELECT users.email
     FROM users;
  SQL
  create_function :shout, sql_definition: <<-'SQL'
      CREATE OR REPLACE FUNCTION public.shout()
       RETURNS text
       LANGUAGE sql
      AS $function$ SELECT 'a' $function$
  SQL

  create_trigger :loud, sql_definition: <<-SQL
      CREATE TRIGGER loud BEFORE INSERT ON public.users FOR EACH ROW EXECUTE FUNCTION shout()
  SQL
end
`;

async function rewrite(change: (schema: Schema) => Partial<Schema>, text = FILE): Promise<string> {
  const file = await readSchemaRb(text, 'db/schema.rb', { engine: 'postgresql', rails: RAILS });
  const schema = { ...file.schema, version: '20260101120000' };
  return writeSchemaRb(file, { ...schema, ...change(schema) });
}

const VIEW: View = {
  name: 'totals',
  materialized: true,
  definition: 'SELECT count(*) AS count\n  FROM users',
  indexes: [],
  comment: null,
};

describe('views', () => {
  test('stand in the order in which they were made', async () => {
    const text = await rewrite(({ views }) => ({ views: [...views, VIEW] }));
    expect(text).toContain(`  create_view "totals", materialized: true, sql_definition: <<-SQL
      SELECT count(*) AS count
    FROM users;
  SQL
  create_function`);
    const moved = await rewrite(({ views }) => ({ views: views.toReversed() }));
    expect(moved.match(/create_view "\w+"/g)).toEqual([
      'create_view "last_users"',
      'create_view "first_users"',
    ]);
    expect(moved).toContain('SELECT users.id\n     FROM users;\n');
  });

  test('come after the tables with a blank line, and leave with it', async () => {
    const bare = `ActiveRecord::Schema[7.1].define(version: 2026_01_01_120000) do
  create_table "users", force: :cascade do |t|
    t.string "email"
  end

end
`;
    const text = await rewrite(() => ({ views: [VIEW] }), bare);
    expect(text).toContain('  end\n\n\n  create_view "totals"');
    expect(await rewrite(() => ({ views: [] }), text)).toBe(bare);
  });

  test('bring the indexes of a materialized view along', async () => {
    const index = {
      name: 'index_totals_on_count',
      parts: [
        {
          column: 'count',
          expression: null,
          order: 'asc',
          nulls: null,
          opclass: null,
          length: null,
          collation: null,
        },
      ],
      unique: true,
      using: null,
      kind: null,
      where: null,
      include: [],
      nullsNotDistinct: false,
      comment: null,
      enabled: true,
    } as const;
    const text = await rewrite(({ views }) => ({
      views: [...views, { ...VIEW, indexes: [index] }],
    }));
    expect(text).toContain(`  SQL
  add_index "totals", ["count"], name: "index_totals_on_count", unique: true

  create_function`);
  });
});

test('functions and triggers are written as fx does, a blank line before each', async () => {
  const text = await rewrite((schema) => ({
    functions: [
      ...schema.functions,
      { name: 'whisper', definition: 'CREATE FUNCTION whisper()\nAS 1' },
    ],
    triggers: [],
  }));
  expect(text).toContain(`$function$
  SQL

  create_function :whisper, sql_definition: <<-'SQL'
      CREATE FUNCTION whisper()
      AS 1
  SQL
end
`);
});

test('a function that is made anew stands last', async () => {
  const whisper = { name: 'whisper', definition: 'CREATE FUNCTION whisper()\nAS 1' };
  const two = await rewrite(({ functions }) => ({ functions: [...functions, whisper] }));
  const text = await rewrite(({ functions }) => ({ functions: functions.toReversed() }), two);
  const names = [...text.matchAll(/create_function :(\w+)/g)].map(([, name]) => name);
  expect(names[0]).toBe('whisper');
  expect(names).toHaveLength(2);
});

test('where functions follow each other without a blank line, as up to fx 0.10.0, so do new ones', async () => {
  const added = (name: string) => ({ name, definition: `CREATE FUNCTION ${name}()\nAS 1` });
  const two = await rewrite(({ functions }) => ({ functions: [...functions, added('one')] }));
  const old = two.replace('SQL\n\n  create_function :one', 'SQL\n  create_function :one');
  expect(old).not.toBe(two);
  const text = await rewrite(({ functions }) => ({ functions: [...functions, added('two')] }), old);
  expect(text).toContain('  SQL\n  create_function :two');
});

test('triggers of one table stand by name, as fx 0.9.0 dumps them', async () => {
  const trigger = (name: string, table: string) => {
    const event = `AFTER DELETE ON public.${table} FOR EACH ROW EXECUTE FUNCTION shout()`;
    return { name, table, definition: `CREATE TRIGGER ${name} ${event}` };
  };
  const text = await rewrite(() => ({
    triggers: [trigger('stamp', 'users'), trigger('other', 'a'), trigger('again', 'users')],
  }));
  expect(text).toContain(`  create_trigger :again, sql_definition: <<-SQL
      CREATE TRIGGER again AFTER DELETE ON public.users`);
  const names = [...text.matchAll(/create_trigger :(\w+)/g)].map(([, name]) => name);
  expect(names).toEqual(['again', 'stamp', 'other']);
});

test('without fx a file leaves functions and triggers out', async () => {
  const bare = FILE.replace(/ {2}create_function[\s\S]*(?=end\n$)/, '');
  const text = await rewrite(() => ({ functions: [{ name: 'f', definition: 'CREATE …' }] }), bare);
  expect(text).toBe(bare);
});
