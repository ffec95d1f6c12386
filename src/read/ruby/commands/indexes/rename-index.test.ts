import { expect, test } from 'vitest';
import type { Engine } from '../../../../model/engine.ts';
import { InputError } from '../../../../model/errors.ts';
import { findTable } from '../../../../model/schema.ts';
import { readMigrations } from '../../migration/read.ts';
import { readSchemaRb } from '../../schema/read.ts';

const SCHEMA = `ActiveRecord::Schema[7.2].define(version: 1) do
  create_table "notes" do |t|
    t.string "kind"
    t.index ["kind"], name: "by_kind", unique: true, where: "(kind IS NOT NULL)"
  end
end
`;

async function indexesAfter(change: string, engine: Engine) {
  const rails = { major: 7, minor: 2 };
  const file = await readSchemaRb(SCHEMA, 'db/schema.rb', { engine, rails });
  const text = `class Try < ActiveRecord::Migration[7.2]\ndef change\n${change}\nend\nend\n`;
  const { after } = await readMigrations([{ path: 'db/migrate/2_try.rb', text }], file.schema, {
    rails,
    project: { read: () => null, list: () => [] },
  });
  return findTable(after, 'notes')?.indexes;
}

test('rename_index keeps the whole index on PostgreSQL', async () => {
  const indexes = await indexesAfter('rename_index :notes, :by_kind, :kinds', 'postgresql');
  expect(indexes).toMatchObject([{ name: 'kinds', unique: true, where: '(kind IS NOT NULL)' }]);
});

test('rename_index makes a new index on SQLite, over all rows', async () => {
  const indexes = await indexesAfter('rename_index :notes, :by_kind, :kinds', 'sqlite');
  expect(indexes).toMatchObject([
    { name: 'kinds', unique: true, where: null, parts: [{ column: 'kind' }] },
  ]);
});

test('rename_index of a missing index does nothing on SQLite and fails elsewhere', async () => {
  const change = 'rename_index :notes, :missing, :kinds';
  expect(await indexesAfter(change, 'sqlite')).toMatchObject([{ name: 'by_kind' }]);
  await expect(indexesAfter(change, 'postgresql')).rejects.toBeInstanceOf(InputError);
});
