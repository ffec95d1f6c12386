import { expect, test } from 'vitest';
import { findTable } from '../../../model/schema.ts';
import { readMigrations } from '../migration/read.ts';
import { readSchemaRb } from '../schema/read.ts';

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
async function optionsOfNew(schema: string, order: readonly string[]) {
  const file = await readSchemaRb(schema, 'db/schema.rb', { engine: 'mysql', rails: null });
  const files = new Map(
    order.map((name, position) => [
      `db/migrate/${position + 1}_add_${name}.rb`,
      `create_table(:${name}) do |t|`,
    ]),
  );
  const text =
    'class Try < ActiveRecord::Migration[7.1]\ndef change\ncreate_table :fresh\nend\nend\n';
  const { after } = await readMigrations([{ path: 'db/migrate/9_try.rb', text }], file.schema, {
    rails: null,
    project: { read: (path) => files.get(path) ?? null, list: () => [...files.keys()] },
  });
  const table = findTable(after, 'fresh');
  return table && [table.charset, table.collation];
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
