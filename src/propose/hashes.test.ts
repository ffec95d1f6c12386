import { expect, test } from 'vitest';
import { readSchemaRb } from '../read/ruby/index.ts';
import { predictSchemaFile } from './predict.ts';

const MIGRATION = `class Add < ActiveRecord::Migration[7.1]
  def change
    add_column :places, :settings, :jsonb, default: { a: 1 }
    add_column :places, :spot, :st_point, geographic: true
  end
end
`;

async function added(own: string, ruby: string | null): Promise<readonly string[]> {
  const text = `ActiveRecord::Schema[7.1].define(version: 2026_01_01_120000) do
  create_table "places", force: :cascade do |t|
    t.string "name"
${own}  end
end
`;
  const rails = { major: 7, minor: 1 };
  const file = await readSchemaRb(text, 'db/schema.rb', { engine: 'postgresql', rails });
  const files = {
    read: (path: string) => (path === '.ruby-version' ? ruby : null),
    list: () => [],
  };
  const path = 'db/migrate/20260202120000_add.rb';
  const migration = { path, text: MIGRATION, version: '20260202120000' };
  const predicted = await predictSchemaFile(file, [migration], { rails, files });
  return predicted.text.split('\n').filter((line) => /"(?:settings|spot)"/.test(line));
}

const OLD = [
  '    t.jsonb "settings", default: {"a"=>1}',
  '    t.geography "spot", limit: {:srid=>4326, :type=>"st_point", :geographic=>true}',
];
const NEW = [
  '    t.jsonb "settings", default: {"a" => 1}',
  '    t.geography "spot", limit: {srid: 4326, type: "st_point", geographic: true}',
];
const SHOWN_OLD = `    t.jsonb "other", default: {"b"=>2}
    t.geography "where", limit: {:srid=>4326, :type=>"st_point", :geographic=>true}
`;

test.each([
  ['the project says Ruby 3.3', '', '3.3.6', OLD],
  ['the project says Ruby 3.4', '', '3.4.1', NEW],
  ['nothing tells and Rails is old', '', null, OLD],
  ['the file shows the old form', SHOWN_OLD, '3.4.1', OLD],
])('hashes are printed as by the Ruby that dumps: %s', async (_, own, ruby, lines) => {
  expect(await added(own, ruby)).toEqual(lines);
});
