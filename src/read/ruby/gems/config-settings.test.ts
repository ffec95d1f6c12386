import { expect, test } from 'vitest';
import { readMigrations, readSchemaRb } from '../index.ts';

const SCHEMA = `ActiveRecord::Schema[7.1].define(version: 2026_01_01_120000) do
  enable_extension "plpgsql"
end
`;
const RAILS = { major: 7, minor: 1 };
const LOCK = 'GEM\n  specs:\n    config (5.6.1)\n';

async function migrated(body: string, files: { readonly [path: string]: string }) {
  const file = await readSchemaRb(SCHEMA, 'db/schema.rb', { engine: 'postgresql', rails: RAILS });
  const text = `class A < ActiveRecord::Migration[7.1]\n  def change\n    ${body}\n  end\nend\n`;
  const project = { read: (path: string) => files[path] ?? null, list: () => [] };
  const migrations = [{ path: 'db/migrate/1_a.rb', text }];
  const { after, migrations: run } = await readMigrations(migrations, file.schema, {
    rails: RAILS,
    project,
  });
  return { table: after.tables[0], migration: run[0] };
}

test('Settings are those of production, and the migration is told to ask the environment', async () => {
  const { table, migration } = await migrated(
    'create_table(:limits) { |t| t.integer :a, default: Settings.limits.first; t.integer :b, default: Settings.limits.second }',
    {
      'Gemfile.lock': LOCK,
      'config/settings.yml': 'limits:\n  first: 1\n  second: 2\n',
      'config/settings/production.yml': 'limits:\n  second: 20\n',
    },
  );
  const defaults = table?.columns.slice(1).map((column) => column.default);
  expect(defaults).toEqual([
    { kind: 'literal', value: 1 },
    { kind: 'literal', value: 20 },
  ]);
  expect(migration?.asksEnvironment).toBe(true);
});

test.each([
  ['without the gem', { 'config/settings.yml': 'first: 1\n' }],
  ['with ERB in the file', { 'Gemfile.lock': LOCK, 'config/settings.yml': 'first: <%= 1 %>\n' }],
])('%s they are not known', async (_case, files) => {
  const { migration } = await migrated(
    'create_table(:limits) { |t| t.integer :a, default: Settings.first }',
    files,
  );
  expect(migration?.operations.some(({ kind }) => kind === 'opaque')).toBe(true);
});
