import { expect, test } from 'vitest';
import type { Schema } from '../../model/schema.ts';
import { readSchemaRb } from '../../read/ruby/schema/read.ts';
import { serverOf } from './server.ts';

async function schemaWith(...lines: readonly string[]): Promise<Schema> {
  const text = `ActiveRecord::Schema[7.1].define(version: 1) do
  create_table "notes", charset: "utf8mb4", force: :cascade do |t|
    t.string "body"
    ${lines.join('\n    ')}
  end
end
`;
  return (await readSchemaRb(text, 'db/schema.rb', { engine: 'mysql', rails: null })).schema;
}

test.each([
  ['t.json "data"', 'mysql'],
  ['t.string "kind", collation: "utf8mb4_0900_as_cs"', 'mysql'],
  [`t.virtual "key", type: :string, as: "concat(\`body\`,_utf8mb4'-')", stored: true`, 'mysql'],
  ['t.index "(lower(`body`))", name: "by_lower_body"', 'mysql'],
  [`t.virtual "key", type: :string, as: "concat(\`body\`,'-')", stored: true`, 'mariadb'],
  ['t.datetime "at", default: -> { "current_timestamp(6)" }', 'mariadb'],
  ['t.string "kind", collation: "utf8mb4_uca1400_as_cs"', 'mariadb'],
  ['t.string "kind", collation: "utf8mb4_bin"', null],
])('%s is a sign of %s', async (line, server) => {
  expect(serverOf(await schemaWith(line))).toBe(server);
});

test('dumps of both in one file tell nothing', async () => {
  const both = ['t.json "data"', 't.datetime "at", default: -> { "current_timestamp(6)" }'];
  expect(serverOf(await schemaWith(...both))).toBeNull();
});
