import { expect, test } from 'vitest';
import { readMigrations, readSchemaRb } from '../../../read/ruby/index.ts';
import { writeSchemaRb } from './index.ts';

const FILE = `ActiveRecord::Schema.define(version: 2026_01_01_120000) do

  # These are extensions that must be enabled in order to support this database
  enable_extension "plpgsql"

  create_table "users", force: :cascade do |t|
    t.string "email"
  end

end
`;

const MIGRATION = `class CreateKeys < ActiveRecord::Migration[6.0]
  def change
    create_table :keys do |t|
      t.datetime :expires_at, default: -> { "NOW() + INTERVAL '7 hours'" }
      t.interval :lasts, default: '2 days'
      t.index :lasts, where: "lasts > interval '1 week'", name: 'long'
    end
  end
end
`;

async function dumped(rails: { readonly major: number; readonly minor: number }): Promise<string> {
  const file = await readSchemaRb(FILE, 'db/schema.rb', { engine: 'postgresql', rails });
  const files = [{ path: 'db/migrate/2_create_keys.rb', text: MIGRATION }];
  const project = { read: () => null, list: () => [] };
  const { after } = await readMigrations(files, file.schema, { rails, project });
  return writeSchemaRb(file, after, { rails });
}

test('since Rails 6.1 intervals are dumped as ISO 8601', async () => {
  const text = await dumped({ major: 6, minor: 1 });
  expect(text).toContain(`default: -> { "(now() + 'PT7H'::interval)" }`);
  expect(text).toContain('t.interval "lasts", default: "P2D"');
  expect(text).toContain(`where: "(lasts > 'P7D'::interval)"`);
});

test('before they are dumped as PostgreSQL prints them by itself', async () => {
  const text = await dumped({ major: 6, minor: 0 });
  expect(text).toContain(`default: -> { "(now() + '07:00:00'::interval)" }`);
  expect(text).toContain('t.interval "lasts", default: "2 days"');
  expect(text).toContain(`where: "(lasts > '7 days'::interval)"`);
});
