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
    helper = null,
    locked = { major: 7, minor: 1 },
  }: {
    readonly engine?: Engine;
    readonly config?: string | null;
    readonly helper?: string | null;
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
      files: {
        read: (path) => ({ 'config/database.yml': config, 'lib/helper.rb': helper })[path] ?? null,
        list: () => [],
      },
    },
  );
  const { after, text: afterText, migrations, dumpedBy, rails } = predicted;
  const rest = { before: file.schema, applied: [], changes: [] };
  return assumptionsOf({ ...rest, file, after, afterText, migrations, dumpedBy, locked, rails });
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

test('a view whose printed form is not known is named, with what is not known', async () => {
  const plain = "create_view :ones, sql_definition: 'SELECT 1 AS one'";
  const odd = "create_view :weeks, sql_definition: 'SELECT week_of(1) AS week'";
  const stands =
    'stands as its author wrote it; Rails dumps it as the server prints it, which could not be worked out';
  expect(await assumptions(`${plain}\n${odd}`, { engine: 'postgresql' })).toEqual([
    `The query of view weeks ${stands} (function week_of).`,
  ]);
  expect(await assumptions(plain)).toEqual([
    `The query of view ones ${stands} (the form that MySQL gives to queries).`,
  ]);
  expect(await assumptions(odd, { engine: 'sqlite' })).toEqual([]);
});

test('the environment is named wherever it is asked, and only when it is', async () => {
  const taken = ['Rails.env is taken to be production.'];
  const given = { engine: 'postgresql' } as const;
  expect(await assumptions('create_table :notes if Rails.env.production?', given)).toEqual(taken);
  expect(await assumptions('create_table :notes # not only Rails.env.test', given)).toEqual([]);
  const helper = 'module Helper\ndef self.live?\nRails.env.production?\nend\nend\n';
  const body = 'create_table :notes if Helper.live?';
  expect(await assumptions(body, { ...given, helper })).toEqual(taken);
});
