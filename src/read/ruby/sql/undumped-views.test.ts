import { expect, test } from 'vitest';
import { writeSchemaRb } from '../../../write/ruby/schema/index.ts';
import { readMigrations, readSchemaRb } from '../index.ts';

const MIGRATION = `class AddTotals < ActiveRecord::Migration[7.2]
  def up
    execute 'CREATE VIEW totals AS SELECT 1 AS one'
    execute 'DROP VIEW IF EXISTS gone'
  end
end
`;

const TABLES = `ActiveRecord::Schema[7.2].define(version: 1) do
  create_table "items", force: :cascade do |t|
  end
end
`;

async function dump(files: { readonly [path: string]: string }) {
  const rails = { major: 7, minor: 2 };
  const file = await readSchemaRb(TABLES, 'db/schema.rb', { engine: 'postgresql', rails });
  const project = { read: (path: string) => files[path] ?? null, list: () => [] };
  const migrations = [{ path: 'db/migrate/1_add_totals.rb', text: MIGRATION }];
  const prediction = await readMigrations(migrations, file.schema, { rails, project });
  const kinds = prediction.migrations.flatMap(({ operations }) =>
    operations.map((one) => one.kind),
  );
  return { kinds, text: writeSchemaRb(file, prediction.after, { rails }) };
}

test('a view that SQL makes is judged, and not dumped without scenic', async () => {
  const { kinds, text } = await dump({ 'Gemfile.lock': 'GEM\n  specs:\n    pg (1.5.9)\n' });
  expect(kinds).toEqual(['createView', 'dropView']);
  expect(text).not.toContain('view');
});

test('with scenic it is dumped', async () => {
  const { text } = await dump({ 'Gemfile.lock': 'GEM\n  specs:\n    scenic (1.8.0)\n' });
  expect(text).toContain('create_view "totals", sql_definition: <<-SQL');
});
