import { expect, test } from 'vitest';
import { signsOfEngine } from './signs.ts';

test.each([
  ['  enable_extension "plpgsql"\n', 'postgresql', 'enable_extension "plpgsql"'],
  ['    t.jsonb "data"\n', 'postgresql', 't.jsonb'],
  [
    '  create_table "a", options: "ENGINE=InnoDB DEFAULT CHARSET=utf8", force: :cascade do |t|\n',
    'mysql',
    'options: "ENGINE=InnoDB',
  ],
  ['    t.bigint "a", unsigned: true\n', 'mysql', 'unsigned: true'],
  ['  create_virtual_table "posts", "fts5", ["title"]\n', 'sqlite', 'create_virtual_table "posts"'],
])('%j is %s', (text, engine, sign) => {
  expect(signsOfEngine(text)).toEqual({ engine, sign });
});

test('a file of common types gives no engine away', () => {
  expect(signsOfEngine('create_table "a" do |t|\n  t.string "b"\nend\n')).toBeNull();
});
