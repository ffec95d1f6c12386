import { describe, expect, test } from 'vitest';
import { findTable } from '../../../../model/schema.ts';
import { readMigrations } from '../../migration/read.ts';
import { readSchemaRb } from '../../schema/read.ts';

/** A dump of MySQL: two old tables with integer keys, and the newer tables that are given. */
function dump(newer: { readonly [name: string]: string }): string {
  const old = ['ancient', 'older'].map(
    (name) =>
      `create_table "${name}", id: :integer, charset: "utf8mb3", collation: "utf8mb3_bin" do |t|\n  end`,
  );
  const tables = Object.entries(newer).map(
    ([name, collation]) =>
      `create_table "${name}", charset: "utf8mb4", collation: "${collation}" do |t|\n  end`,
  );
  return `ActiveRecord::Schema[7.1].define(version: 1) do\n${[...old, ...tables].join('\n')}\nend\n`;
}

/** What a new table gets when the project's migrations made the tables in that order. */
async function optionsOfNew(
  schema: string,
  order: readonly string[],
  config: string | null = null,
) {
  const table = await newTable(schema, order, config);
  return table && [table.charset, table.collation];
}

async function newTable(
  schema: string,
  order: readonly string[],
  config: string | null,
  options = '',
) {
  const file = await readSchemaRb(schema, 'db/schema.rb', { engine: 'mysql', rails: null });
  const files = new Map(
    order.map((name, position) => [
      `db/migrate/${position + 1}_add_${name}.rb`,
      `create_table(:${name}) do |t|`,
    ]),
  );
  const text = `class Try < ActiveRecord::Migration[7.1]\ndef change\ncreate_table :fresh${options}\nend\nend\n`;
  const read = (path: string) =>
    path === 'config/database.yml' ? config : (files.get(path) ?? null);
  const { after } = await readMigrations([{ path: 'db/migrate/9_try.rb', text }], file.schema, {
    rails: file.rails,
    project: { read, list: () => [...files.keys()] },
  });
  return findTable(after, 'fresh');
}

test('a new table has what most of the three newest tables have', async () => {
  const schema = dump({
    a: 'utf8mb4_bin',
    b: 'utf8mb4_bin',
    c: 'utf8mb4_unicode_ci',
    d: 'utf8mb4_0900_ai_ci',
    e: 'utf8mb4_unicode_ci',
  });
  expect(await optionsOfNew(schema, ['ancient', 'older', 'a', 'b', 'c', 'd', 'e'])).toEqual([
    'utf8mb4',
    'utf8mb4_unicode_ci',
  ]);
});

test('where no migration tells which are the newest, the tables with bigint keys are asked', async () => {
  expect(await optionsOfNew(dump({ a: 'utf8mb4_bin' }), [])).toEqual(['utf8mb4', 'utf8mb4_bin']);
  expect(await optionsOfNew(dump({}), [])).toEqual(['utf8mb3', 'utf8mb3_bin']);
});

const DUMP_OF_6_0 = `# … when running \`rails
ActiveRecord::Schema.define(version: 1) do
  create_table "a", options: "ENGINE=InnoDB DEFAULT CHARSET=utf8 COLLATE=utf8_unicode_ci" do |t|
  end
  create_table "b", options: "ENGINE=InnoDB DEFAULT CHARSET=utf8" do |t|
  end
end
`;

describe('a database that config/database.yml describes', () => {
  test('has the collation that it states, whatever the newest tables have', async () => {
    const config = 'default: &default\n  encoding: utf8mb4\n  collation: utf8mb4_bin\n';
    expect(await optionsOfNew(dump({ a: 'utf8mb4_unicode_ci' }), ['a'], config)).toEqual([
      'utf8mb4',
      'utf8mb4_bin',
    ]);
  });

  test('has the default collation of the server, told by the collations that only it has', async () => {
    const config = 'default:\n  encoding: utf8mb4 # as on production\n';
    const of = (other: string) =>
      optionsOfNew(dump({ a: 'utf8mb4_unicode_ci', b: other }), ['ancient'], config);
    expect(await of('utf8mb4_0900_as_cs')).toEqual(['utf8mb4', 'utf8mb4_0900_ai_ci']);
    expect(await of('utf8mb4_uca1400_as_ci')).toEqual(['utf8mb4', 'utf8mb4_uca1400_ai_ci']);
    expect(await of('utf8mb4_general_ci')).toEqual(['utf8mb4', 'utf8mb4_general_ci']);
    expect(await of('utf8mb4_unicode_ci')).toEqual(['utf8mb4', 'utf8mb4_0900_ai_ci']);
  });

  test('has the collation of the newest tables where it states the encoding alone', async () => {
    const config = 'default:\n  encoding: utf8mb4\n';
    const schema = dump({ a: 'utf8mb4_0900_ai_ci', b: 'utf8mb4_unicode_ci' });
    expect(await optionsOfNew(schema, ['ancient', 'b'], config)).toEqual([
      'utf8mb4',
      'utf8mb4_unicode_ci',
    ]);
  });

  test('is of utf8mb3 without a collation, as MySQL shows it', async () => {
    const config = 'default:\n  encoding: utf8\n';
    expect(await optionsOfNew(dump({ a: 'utf8mb4_bin' }), ['a'], config)).toEqual([
      'utf8mb3',
      null,
    ]);
  });

  test('is dumped within options: up to Rails 6.0', async () => {
    const named = await newTable(DUMP_OF_6_0, [], 'default:\n  encoding: utf8\n');
    expect(named).toMatchObject({
      charset: null,
      collation: null,
      options: 'ENGINE=InnoDB DEFAULT CHARSET=utf8',
    });
  });

  test('is not known from a file that states several encodings', async () => {
    const config = 'test:\n  encoding: utf8mb4\nproduction:\n  encoding: latin1\n';
    expect(await optionsOfNew(dump({ a: 'utf8mb4_bin' }), ['a'], config)).toEqual([
      'utf8mb4',
      'utf8mb4_bin',
    ]);
  });
});

test('the first table of a project has what Rails and MySQL 8 give a database', async () => {
  const empty = 'ActiveRecord::Schema[7.1].define(version: 0) do\nend\n';
  expect(await optionsOfNew(empty, [])).toEqual(['utf8mb4', 'utf8mb4_0900_ai_ci']);
});

describe('options: of create_table is dumped as SHOW CREATE TABLE spells it', () => {
  const made = async (options: string, schema = dump({ a: 'utf8mb4_unicode_ci' })) => {
    const table = await newTable(schema, ['a'], null, `, options: ${JSON.stringify(options)}`);
    return table && [table.charset, table.collation, table.options];
  };

  test.each([
    ['ENGINE=InnoDB', ['utf8mb4', 'utf8mb4_unicode_ci', null]],
    ['ROW_FORMAT=dynamic', ['utf8mb4', 'utf8mb4_unicode_ci', 'ENGINE=InnoDB ROW_FORMAT=DYNAMIC']],
    ['CHARSET=utf8mb4 COLLATE=utf8mb4_bin', ['utf8mb4', 'utf8mb4_bin', null]],
    ['DEFAULT CHARSET=utf8mb4', ['utf8mb4', 'utf8mb4_0900_ai_ci', null]],
    ['COLLATE utf8mb4_bin', ['utf8mb4', 'utf8mb4_bin', null]],
    ['CHARACTER SET utf8 COLLATE utf8_bin', ['utf8mb3', 'utf8mb3_bin', null]],
    ['DEFAULT CHARSET=latin1 COLLATE=latin1_swedish_ci', ['latin1', null, null]],
    ['engine=myisam auto_increment=7', ['utf8mb4', 'utf8mb4_unicode_ci', 'ENGINE=MyISAM']],
    [
      'KEY_BLOCK_SIZE=8, ROW_FORMAT=COMPRESSED',
      ['utf8mb4', 'utf8mb4_unicode_ci', 'ENGINE=InnoDB ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8'],
    ],
  ])('%s', async (options, dumped) => {
    expect(await made(options)).toEqual(dumped);
  });

  test('within options: up to Rails 6.0', async () => {
    expect(await made('CHARSET=utf8 COLLATE=utf8_bin', DUMP_OF_6_0)).toEqual([
      null,
      null,
      'ENGINE=InnoDB DEFAULT CHARSET=utf8 COLLATE=utf8_bin',
    ]);
  });

  test('with the default collation where MariaDB shows it', async () => {
    const other =
      '  create_table "seen", charset: "utf8mb4", collation: "utf8mb4_uca1400_ai_ci" do |t|';
    const line = '    t.datetime "at", default: -> { "current_timestamp(6)" }';
    const mariadb = dump({ a: 'utf8mb4_bin' }).replace(/end\n$/, `${other}\n${line}\n  end\nend\n`);
    expect(await made('CHARSET=utf8mb3', mariadb)).toEqual(['utf8mb3', 'utf8mb3_general_ci', null]);
    expect(await made('CHARSET=latin1', mariadb)).toEqual(['latin1', 'latin1_swedish_ci', null]);
  });

  test('what is no option of a dump stays as it is written', async () => {
    const [charset, , options] = (await made('PARTITION BY HASH (id)')) ?? [];
    expect([charset, options]).toEqual(['utf8mb4', 'PARTITION BY HASH (id)']);
  });
});
