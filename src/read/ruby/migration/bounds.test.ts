import { expect, test } from 'vitest';
import { readSchemaRb } from '../schema/read.ts';
import { readMigrations } from './read.ts';

const SCHEMA = `ActiveRecord::Schema[7.1].define(version: 2026_01_01_000000) do
  create_table "users", force: :cascade do |t|
    t.string "email", null: false
  end
end
`;

async function reasonsOf(change: string, constants = ''): Promise<readonly string[]> {
  const { schema } = await readSchemaRb(SCHEMA, 'db/schema.rb', {
    engine: 'postgresql',
    rails: null,
  });
  const text = `class Try < ActiveRecord::Migration[7.1]\n${constants}\ndef change\n${change}\nend\nend\n`;
  const files = [{ path: 'db/migrate/20260202000000_try.rb', text }];
  const project = { read: () => null, list: () => [] };
  const { migrations } = await readMigrations(files, schema, { rails: null, project });
  const [migration] = migrations;
  return (migration?.operations ?? []).flatMap((operation) =>
    operation.kind === 'opaque' ? [operation.reason] : [],
  );
}

test.each([
  ['a loop without an end', 'loop do\n  x = 1\nend'],
  [
    'a loop that adds columns without an end',
    'i = 0\nloop do\n  add_column :users, "c#{i += 1}", :string\nend',
  ],
  ['a loop whose every round is not understood', 'loop do\n  frobnicate\nend'],
  ['a method that calls itself', 'again\nend\ndef again\n  again'],
  ['a text that is made anew all the time', 's = "a" * 900_000\n9000.times { s.upcase }'],
  [
    'a hash that holds itself twice',
    'h = {}\n100.times { h = { a: h, b: h } }\nadd_column :users, :x, :jsonb, default: h',
  ],
  ['a list that holds itself', 'a = []\na << a\nadd_column :users, a.join, :string'],
  ['a text that doubles in place', 's = +"a"\nloop { s << s }'],
  ['a text that is multiplied by itself', 's = "a"\nloop { s *= 2 }'],
  ['a lambda that calls itself twice', 'f = ->(n) { f.(n) + f.(n) }\nf.(1)'],
  ['a method that is defined by a block and calls itself', 'define_method(:x) { x }\nx'],
  [
    'a list that is searched again and again',
    'a = (1..9999).to_a\n3.times { a = a + a }\n99_999.times { |n| a.include?(n) }\nloop { a.include?(0) }',
  ],
  [
    'parts of a list that are nearly as long as it',
    '(1..9999).to_a.each_cons(5000) { |part| part }',
  ],
  ['all pairs of a long list', '(1..9999).to_a.combination(2) { |pair| pair }'],
])('%s ends, and is not understood because of its size', async (_, change) => {
  expect((await reasonsOf(change)).at(-1)).toMatch(/than migdocs follows/);
});

test('a hash that is nested without end is not written out', async () => {
  const change = 'h = {}\n40_000.times { h = { a: h } }\nadd_column :users, h.inspect, :string';
  expect((await reasonsOf(change)).length).toBeGreaterThan(0);
});

test.each([
  '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab" =~ /(a+)+$/',
  'format("%999999999d", 1)',
  '"a".ljust(10**9)',
  '2**(10**9)',
  '1 << 10**9',
])('%s is not carried out', async (expression) => {
  expect(await reasonsOf(`add_column :users, (${expression}).to_s, :string`)).toHaveLength(1);
});

test('a constant that never ends is contained like a method', async () => {
  const reasons = await reasonsOf('add_column :users, X, :string', 'X = loop { 1 }');
  expect(reasons[0]).toMatch(/than migdocs follows/);
});

test('a replacement that multiplies a text stays unknown', async () => {
  const change = 's = "a" * 100_000\nadd_column :users, s.gsub("a", s), :string';
  expect(await reasonsOf(change)).toHaveLength(1);
});

test('a table with more columns than any engine takes is not understood', async () => {
  const change = 'create_table :wide do |t|\n9000.times { |i| t.string "c#{i}" }\nend';
  expect(await reasonsOf(change)).toEqual(['the table has more columns than any engine takes']);
});

test('a thousand commands in one migration are followed', async () => {
  const change = '1000.times { |i| add_column :users, "c#{i}", :string }';
  expect(await reasonsOf(change)).toEqual([]);
});
