import { expect, test } from 'vitest';
import { dumpVersionOf } from './dump-version.ts';

const OF_5 = '# Note that this schema.rb definition is the authoritative source for your\n';
const OF_6_1 =
  '# This file is the source Rails uses to define your schema when running `bin/rails\n';

function version(text: string, project: { major: number; minor: number } | null = null): string {
  const { major, minor } = dumpVersionOf(text, project);
  return `${major}.${minor}`;
}

test('the words of the header tell 6.0 and 6.1', () => {
  expect(version(OF_6_1)).toBe('6.1');
  expect(version(OF_6_1.replace('`bin/rails', '`rails'))).toBe('6.0');
});

test('padded columns and named btree are of 5.0, even when the project is newer', () => {
  const padded = `${OF_5}    t.string   "name",       null: false\n    t.datetime "at"\n`;
  expect(version(padded, { major: 5, minor: 2 })).toBe('5.0');
  const btree = `${OF_5}    t.string "name"\n    t.index ["name"], name: "i", using: :btree\n`;
  expect(version(btree)).toBe('5.0');
});

test('a few padded lines that a merge left over do not make a file one of 5.0', () => {
  const lines = Array.from({ length: 12 }, (_, at) => `    t.string "name_${at}", null: false\n`);
  const left = '    t.string   "code"\n    t.index ["code"], name: "i", using: :btree\n';
  const plain = '    t.index ["name_1"], name: "j"\n    t.index ["name_2"], name: "k"\n';
  expect(
    version(`${OF_5}define(version: 2018_01_01_120000)\n${lines.join('')}${left}${plain}`),
  ).toBe('5.2');
});

test('5.1 and 5.2 differ in where `force:` stands, and then in the version’s underscores', () => {
  const first = '  create_table "a", force: :cascade, options: "ENGINE=InnoDB" do |t|\n';
  const last = '  create_table "a", options: "ENGINE=InnoDB", force: :cascade do |t|\n';
  expect(version(`${OF_5}define(version: 2018_01_01_120000)\n${first}`)).toBe('5.1');
  expect(version(`${OF_5}define(version: 20180101120000)\n${last}`)).toBe('5.2');
  expect(version(`${OF_5}define(version: 20180101120000)\n`)).toBe('5.1');
  expect(version(`${OF_5}define(version: 2018_01_01_120000)\n`)).toBe('5.2');
  expect(version(`${OF_5}define(version: 0)\n`)).toBe('5.2');
});

test('only 7.0 and newer write that a time has no precision', () => {
  expect(version(`${OF_6_1}    t.datetime "at", precision: nil, null: false\n`)).toBe('7.0');
});

test('the project’s version decides for a file without Rails’ words alone', () => {
  expect(version('define(version: 1)\n', { major: 6, minor: 1 })).toBe('6.1');
  expect(version('define(version: 1)\n', { major: 7, minor: 1 })).toBe('5.2');
  expect(version(`${OF_5}define(version: 20180101120000)\n`, { major: 6, minor: 1 })).toBe('5.1');
});
