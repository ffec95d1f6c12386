import { describe, expect, test } from 'vitest';
import { compareDumps } from './same.ts';

const DUMP = `ActiveRecord::Schema[7.1].define(version: 2026_01_01_000000) do
  create_table "users", force: :cascade do |t|
    t.string "name"
    t.integer "age"
    t.index ["name"], name: "a"
    t.index ["age"], name: "b"
  end
end
`;

describe('compareDumps', () => {
  test('the same bytes are exact', () => {
    expect(compareDumps(DUMP, DUMP)).toBe('exact');
  });

  test('another version and another order of columns are the same', () => {
    const dumped = DUMP.replace('2026_01_01', '2026_01_02').replace(
      /( {4}t\.string.*\n)( {4}t\.integer.*\n)/,
      '$2$1',
    );
    expect(compareDumps(DUMP, dumped)).toBe('same');
  });

  test('indexes in another order are different, for Rails sorts them', () => {
    const dumped = DUMP.replace(/( {4}t\.index \["name.*\n)( {4}t\.index.*\n)/, '$2$1');
    expect(dumped).not.toBe(DUMP);
    expect(compareDumps(DUMP, dumped)).toBe('different');
  });

  test('a column that moves to another table is different', () => {
    const tables = `${DUMP}${DUMP.replace('"users"', '"notes"')}`;
    const moved = tables
      .replace('    t.integer "age"\n', '')
      .replace(/("notes".*\n)/, '$1    t.integer "age"\n');
    expect(compareDumps(tables, moved)).toBe('different');
  });
});
