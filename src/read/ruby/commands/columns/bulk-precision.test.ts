import { expect, test } from 'vitest';
import type { Engine } from '../../../../model/engine.ts';
import { readMigrations, readSchemaRb } from '../../index.ts';

const SCHEMA = `ActiveRecord::Schema[7.0].define(version: 1) do
  create_table "users" do |t|
    t.string "email"
  end
end
`;

async function typeOf(options: string, engine: Engine, patch: number) {
  const rails = { major: 7, minor: 0, patch };
  const file = await readSchemaRb(SCHEMA, 'db/schema.rb', { engine, rails });
  const text = `class A < ActiveRecord::Migration[7.0]
  def change
    change_table :users, ${options} do |t|
      t.datetime :seen_at
    end
  end
end
`;
  const project = { read: () => null, list: () => [] };
  const files = [{ path: 'db/migrate/2_a.rb', text }];
  const { after } = await readMigrations(files, file.schema, { rails, project });
  return after.tables[0]?.columns.find(({ name }) => name === 'seen_at')?.type;
}

test.each([
  ['bulk: true', 'postgresql', 4, 'timestamp without time zone'],
  ['bulk: true', 'postgresql', 5, 'timestamp(6) without time zone'],
  ['bulk: false', 'postgresql', 4, 'timestamp(6) without time zone'],
  ['bulk: true', 'mysql', 4, 'datetime'],
  ['bulk: true', 'sqlite', 4, 'datetime(6)'],
] as const)('a datetime of change_table with %s on %s, Rails 7.0.%i, is %s', async (...given) => {
  const [options, engine, patch, type] = given;
  expect(await typeOf(options, engine, patch)).toBe(type);
});
