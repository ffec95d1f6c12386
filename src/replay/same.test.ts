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
    expect(compareDumps(DUMP, DUMP, 'ruby')).toBe('exact');
  });

  test('another version and another order of columns are the same', () => {
    const dumped = DUMP.replace('2026_01_01', '2026_01_02').replace(
      /( {4}t\.string.*\n)( {4}t\.integer.*\n)/,
      '$2$1',
    );
    expect(compareDumps(DUMP, dumped, 'ruby')).toBe('same');
  });

  test('indexes in another order are different, for Rails sorts them', () => {
    const dumped = DUMP.replace(/( {4}t\.index \["name.*\n)( {4}t\.index.*\n)/, '$2$1');
    expect(dumped).not.toBe(DUMP);
    expect(compareDumps(DUMP, dumped, 'ruby')).toBe('different');
  });

  test('a column that moves to another table is different', () => {
    const tables = `${DUMP}${DUMP.replace('"users"', '"notes"')}`;
    const moved = tables
      .replace('    t.integer "age"\n', '')
      .replace(/("notes".*\n)/, '$1    t.integer "age"\n');
    expect(compareDumps(tables, moved, 'ruby')).toBe('different');
  });
});

const STRUCTURE = `\\restrict aBc
CREATE TABLE \`users\` (
  \`id\` bigint NOT NULL AUTO_INCREMENT,
  \`name\` varchar(255) DEFAULT NULL,
  PRIMARY KEY (\`id\`)
) ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4;
INSERT INTO \`schema_migrations\` (version) VALUES
('20260102'),
('20260101');
`;

describe('compareDumps of SQL', () => {
  test.each([
    [
      'the order of columns',
      ['  `id` bigint NOT NULL AUTO_INCREMENT,\n', ''],
      ['  PRIMARY', '  `id` bigint NOT NULL AUTO_INCREMENT,\n  PRIMARY'],
    ],
    ['the counter of AUTO_INCREMENT', ['AUTO_INCREMENT=7', 'AUTO_INCREMENT=12'], ['', '']],
    ['the token of a dump', ['aBc', 'xYz'], ['', '']],
    [
      'the order of versions',
      ["('20260102'),\n('20260101');", "('20260101'),\n('20260102');"],
      ['', ''],
    ],
  ])('%s makes no difference', (_what, [one = '', two = ''], [three = '', four = '']) => {
    const dumped = STRUCTURE.replace(one, two).replace(three, four);
    expect(dumped).not.toBe(STRUCTURE);
    expect(compareDumps(STRUCTURE, dumped, 'sql')).toBe('same');
  });

  test.each([
    ['a version more', "('20260102'),", "('20260102'),\n('20260103'),"],
    ['another type', 'varchar(255)', 'varchar(25)'],
    ['another option of the table', 'utf8mb4', 'utf8mb3'],
  ])('%s is different', (_what, one, two) => {
    expect(compareDumps(STRUCTURE, STRUCTURE.replace(one, two), 'sql')).toBe('different');
  });
});
