import { expect, test } from 'vitest';
import { findColumn, findTable } from '../../../../model/schema.ts';
import { readMigrations } from '../../migration/read.ts';
import { readSchemaRb } from '../../schema/read.ts';

const EMPTY = 'ActiveRecord::Schema.define(version: 0) do\nend\n';
const MIGRATION = `class Try < ActiveRecord::Migration[5.2]
  def change
    create_table(:fresh, id: false) do |t|
      t.string :key, primary_key: true
      t.string :name
      t.string :code, limit: 20
    end
  end
end
`;

async function typesOf(
  initializer: string,
  dumpsSql = true,
): Promise<readonly (string | undefined)[]> {
  const file = await readSchemaRb(EMPTY, 'db/schema.rb', { engine: 'mysql', rails: null });
  const path = 'config/initializers/mysql.rb';
  const migrations = [{ path: 'db/migrate/9_try.rb', text: MIGRATION }];
  const { after } = await readMigrations(migrations, file.schema, {
    rails: { major: 5, minor: 2 },
    dumpsSql,
    project: {
      read: (asked) => (asked === path ? initializer : null),
      list: (folder) => (folder === 'config/initializers' ? [path] : []),
    },
  });
  const table = findTable(after, 'fresh');
  return ['key', 'name', 'code'].map((name) => (table ? findColumn(table, name)?.type : undefined));
}

test.each([
  'class AbstractMysqlAdapter\n  NATIVE_DATABASE_TYPES[:string] = { name: "varchar", limit: 191 }\nend',
  'AbstractMysqlAdapter::NATIVE_DATABASE_TYPES[:string][:limit] = 191',
  'Mysql2Adapter::NATIVE_DATABASE_TYPES[:string] = { :name => "varchar", :limit => 191 }',
])('strings without a limit have that of an initializer: %s', async (initializer) => {
  expect(await typesOf(initializer)).toEqual(['varchar(191)', 'varchar(191)', 'varchar(20)']);
});

test('a schema.rb leaves out the limit that the initializer gives, so that a string has none', async () => {
  const initializer = 'Mysql2Adapter::NATIVE_DATABASE_TYPES[:string][:limit] = 191';
  expect(await typesOf(initializer, false)).toEqual([
    'varchar(255)',
    'varchar(255)',
    'varchar(20)',
  ]);
});

test('an initializer of another adapter, or none, leaves 255', async () => {
  const other = 'PostgreSQLAdapter::NATIVE_DATABASE_TYPES[:string][:limit] = 191';
  expect(await typesOf(other)).toEqual(['varchar(255)', 'varchar(255)', 'varchar(20)']);
});
