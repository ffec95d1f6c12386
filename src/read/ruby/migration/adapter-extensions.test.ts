import { expect, test } from 'vitest';
import type { Schema } from '../../../model/schema.ts';
import { readMigrations, readSchemaRb } from '../index.ts';

const SCHEMA = `ActiveRecord::Schema[7.1].define(version: 2026_01_01_120000) do
  create_table "songs", id: false, force: :cascade do |t|
    t.integer "album_id"
    t.integer "position"
  end
end
`;

const RAILS = { major: 7, minor: 1 };

const MIXED = `if defined?(ActiveRecord::ConnectionAdapters::AbstractAdapter)
  module Shop
    module Quoting
      def quote_column_name(name)
        Array(name).map { |n| super(n) }.join(", ")
      end
    end

    module Statements
      def replace_primary_key(table, columns, options = {})
        key = "#{table}_pkey"
        add_index(table, columns, **options.merge(:name => key, :unique => true))
        use_index table, key
      end

      def use_index(table, key)
        execute "ALTER TABLE #{quote_table_name(table)} ADD PRIMARY KEY USING INDEX #{key}"
      end

      def key_of(table, columns)
        execute "ALTER TABLE #{table} ADD PRIMARY KEY (#{quote_column_name(columns)})"
      end
    end
  end

  ActiveRecord::ConnectionAdapters::PostgreSQL::Quoting.prepend(Shop::Quoting)
  ActiveRecord::ConnectionAdapters::PostgreSQL::SchemaStatements.prepend(Shop::Statements)
end
`;

const OPENED = `module ActiveRecord
  module ConnectionAdapters
    class AbstractAdapter
      def create_list(name, values)
        execute "CREATE TYPE #{name} AS ENUM ('#{values.join("', '")}')"
      end
    end

    class Mysql2Adapter
      def only_elsewhere(name)
        execute "DROP TABLE #{name}"
      end
    end
  end
end
`;

async function after(statement: string, files: { readonly [path: string]: string }) {
  const text = `class A < ActiveRecord::Migration[7.1]\n  def up\n    ${statement}\n  end\nend\n`;
  const file = await readSchemaRb(SCHEMA, 'db/schema.rb', { engine: 'postgresql', rails: RAILS });
  const project = {
    read: (path: string) => files[path] ?? null,
    list: (folder: string) => Object.keys(files).filter((path) => path.startsWith(`${folder}/`)),
  };
  const migrations = [{ path: 'db/migrate/1_a.rb', text }];
  const prediction = await readMigrations(migrations, file.schema, { rails: RAILS, project });
  const operations = prediction.migrations.flatMap((migration) => migration.operations);
  return { schema: prediction.after, operations };
}

const keyOf = ({ tables }: Schema) => tables[0]?.primaryKey;

test('a method that an initializer mixes into the adapter is followed', async () => {
  const files = { 'config/initializers/statements.rb': MIXED };
  const { schema } = await after('replace_primary_key :songs, [:album_id, :position]', files);
  expect(keyOf(schema)).toEqual({ name: 'songs_pkey', columns: ['album_id', 'position'] });
});

test('super in such a method is what the adapter itself does', async () => {
  const files = { 'config/initializers/statements.rb': MIXED };
  const { schema } = await after('key_of :songs, [:album_id, :position]', files);
  expect(keyOf(schema)?.columns).toEqual(['album_id', 'position']);
});

test("a method of an adapter's class that the project opens is followed", async () => {
  const files = { 'lib/adapter.rb': OPENED };
  const { schema } = await after("create_list :state, ['new', 'done']", files);
  expect(schema.enums).toEqual([{ name: 'state', values: ['new', 'done'] }]);
});

test("a method of another engine's adapter is none of this one's", async () => {
  const files = { 'lib/adapter.rb': OPENED };
  const { operations } = await after('only_elsewhere :songs', files);
  expect(operations).toMatchObject([{ kind: 'opaque' }]);
});
