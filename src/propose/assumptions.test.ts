import { expect, test } from 'vitest';
import type { Engine, RailsVersion } from '../model/engine.ts';
import { readSchemaRb } from '../read/ruby/index.ts';
import { assumptionsOf } from './assumptions.ts';
import { predictSchemaFile } from './predict.ts';

async function assumptions(
  body: string,
  {
    engine = 'mysql',
    config = null,
    locked = { major: 7, minor: 1 },
  }: {
    readonly engine?: Engine;
    readonly config?: string | null;
    readonly locked?: RailsVersion;
  } = {},
): Promise<readonly string[]> {
  const schema = 'ActiveRecord::Schema[7.1].define(version: 1) do\nend\n';
  const file = await readSchemaRb(schema, 'db/schema.rb', { engine, rails: null });
  const text = `class Try < ActiveRecord::Migration[7.1]\ndef change\n${body}\nend\nend\n`;
  const predicted = await predictSchemaFile(
    file,
    [{ path: 'db/migrate/2_try.rb', text, version: '2' }],
    {
      rails: locked,
      files: { read: (path) => (path === 'config/database.yml' ? config : null), list: () => [] },
    },
  );
  const { after, text: afterText, migrations, dumpedBy } = predicted;
  const rest = { before: file.schema, applied: [], changes: [] };
  return assumptionsOf({ ...rest, file, after, afterText, migrations, dumpedBy, locked });
}

test('the character set of a table that states none is named, with what tells it', async () => {
  const config = 'default:\n  encoding: utf8mb4\n  collation: utf8mb4_bin\n';
  expect(await assumptions('create_table :notes', { config })).toEqual([
    'Table notes is taken to get the character set of the database, utf8mb4 utf8mb4_bin, because config/database.yml says collation: utf8mb4_bin.',
  ]);
});

test('a table that states its character set, or is not of MySQL, needs no assumption', async () => {
  expect(await assumptions('create_table :notes, charset: "latin1"')).toEqual([]);
  expect(await assumptions('create_table :notes', { engine: 'postgresql' })).toEqual([]);
});

test('an expression that is not printed anew is named', async () => {
  const body = `create_table :notes, charset: "latin1" do |t|
    t.integer :likes
    t.virtual :heart, type: :integer, as: "made_up(likes)"
    t.check_constraint "likes > 0", name: "some"
    t.check_constraint "made_up(likes)", name: "odd"
  end`;
  const stands = 'stands as its author wrote it; Rails dumps it as the server prints it.';
  expect(await assumptions(body)).toEqual([
    `The expression of check odd of notes ${stands}`,
    `The expression of column heart of notes ${stands}`,
  ]);
});

test('a lock that is ahead of the file and its migrations is named', async () => {
  const locked = { major: 7, minor: 2 };
  expect(await assumptions('drop_table :none, if_exists: true', { locked })).toEqual([
    'The dump is taken to keep the form of Rails 7.1, though the lock names 7.2.',
  ]);
});
