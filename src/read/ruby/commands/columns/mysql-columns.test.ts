import { expect, test } from 'vitest';
import { parseRailsVersion } from '../../../../model/engine.ts';
import { findColumn, findTable } from '../../../../model/schema.ts';
import { readMigrations } from '../../migration/read.ts';
import { readSchemaRb } from '../../schema/read.ts';

const SCHEMA = `ActiveRecord::Schema.define(version: 1) do
  create_table "notes", charset: "utf8mb4", collation: "utf8mb4_unicode_ci" do |t|
    t.string "title", collation: "utf8mb4_bin"
    t.datetime "seen_at", default: -> { "CURRENT_TIMESTAMP" }
  end
end
`;

/** Migrates `notes` with the `Migration[version]` under an installed Rails. */
async function migrate(change: string, installed: string, version = installed) {
  const rails = parseRailsVersion(installed);
  const file = await readSchemaRb(SCHEMA, 'db/schema.rb', { engine: 'mysql', rails });
  const text = `class Try < ActiveRecord::Migration[${version}]\ndef change\n${change}\nend\nend\n`;
  const prediction = await readMigrations([{ path: 'db/migrate/2_try.rb', text }], file.schema, {
    rails,
    project: { read: () => null, list: () => [] },
  });
  const notes = findTable(prediction.after, 'notes');
  const column = (name: string) => (notes ? findColumn(notes, name) : null);
  return { column, operations: prediction.migrations.flatMap(({ operations }) => operations) };
}

test.each([
  ['change_column_null :notes, :title, false', '6.1', null],
  ['change_column_null :notes, :title, false', '7.0', 'utf8mb4_bin'],
  ['change_column_default :notes, :title, "new"', '7.0', 'utf8mb4_bin'],
  ['change_column_default :notes, :title, "new"', '5.2', null],
  ['change_column_comment :notes, :title, "shown"', '6.0', null],
])('%s on Rails %s leaves the collation %s', async (change, installed, collation) => {
  const { column } = await migrate(change, installed);
  expect(column('title')?.collation).toBe(collation);
});

test('a collation that is lost is told as an operation that follows from the command', async () => {
  const { operations } = await migrate('change_column_null :notes, :title, false', '6.1');
  expect(operations.map(({ kind, impliedBy }) => [kind, impliedBy])).toEqual([
    ['setColumnNull', null],
    ['setColumn', 'change_column_null'],
  ]);
});

test.each([
  ['6.1', '6.1', null],
  ['7.0', '6.1', 'utf8mb4_bin'],
  ['7.1', '7.0', null],
  ['8.0', '8.0', 'utf8mb4_bin'],
])(
  'change_column on Rails %s by a migration of %s leaves the collation %s',
  async (installed, version, collation) => {
    const { column } = await migrate('change_column :notes, :title, :text', installed, version);
    expect(column('title')).toMatchObject({ type: 'text', collation });
  },
);

test('a collation does not go over to a type that is no text', async () => {
  const { column } = await migrate('change_column :notes, :title, :integer', '8.0');
  expect(column('title')).toMatchObject({ type: 'int', collation: null });
});

test('a default that is an expression outlives a change of NULL since Rails 8.0', async () => {
  const change = 'change_column_null :notes, :seen_at, false';
  expect((await migrate(change, '7.1')).column('seen_at')?.default).toBeNull();
  expect((await migrate(change, '8.0')).column('seen_at')?.default).toEqual({
    kind: 'expression',
    sql: 'CURRENT_TIMESTAMP',
  });
});

test('AUTO_INCREMENT goes when a key is changed up to Rails 6.1, unless it is given', async () => {
  const change = 'change_column :notes, :id, :bigint';
  expect((await migrate(change, '6.1')).column('id')?.autoIncrement).toBeNull();
  expect((await migrate(change, '7.0')).column('id')?.autoIncrement).toBe('autoIncrement');
  const given = await migrate(`${change}, auto_increment: true`, '6.1');
  expect(given.column('id')?.autoIncrement).toBe('autoIncrement');
});

test('change_table renames the default-named indexes of a column, unless it does all at once', async () => {
  const change = (bulk: boolean) =>
    `add_index :notes, :title\nchange_table(:notes, bulk: ${bulk}) { |t| t.rename :title, :name }`;
  const renames = async (bulk: boolean) =>
    (await migrate(change(bulk), '7.1')).operations.filter(({ kind }) => kind === 'renameIndex');
  expect(await renames(false)).toMatchObject([{ to: 'index_notes_on_name' }]);
  expect(await renames(true)).toEqual([]);
});

test('an index of MySQL has no condition', async () => {
  const { operations } = await migrate('add_index :notes, :title, where: "title > 1"', '7.1');
  expect(operations).toMatchObject([{ kind: 'addIndex', index: { where: null } }]);
});
