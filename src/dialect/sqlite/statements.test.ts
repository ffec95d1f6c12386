import { describe, expect, test } from 'vitest';
import { splitSqlite } from './statements.ts';

function texts(sql: string): readonly string[] {
  return splitSqlite(sql).map(({ text }) => text);
}

describe('a text is cut at its semicolons', () => {
  test.each([
    ['none at the end', 'SELECT 1; SELECT 2', ['SELECT 1', 'SELECT 2']],
    [
      'in strings and names',
      `SELECT ';', "a;b", [c;d], \`e;f\`;`,
      [`SELECT ';', "a;b", [c;d], \`e;f\``],
    ],
    ['in comments', 'SELECT 1 -- ;\n, 2 /* ; */;', ['SELECT 1 -- ;\n, 2']],
    ['empty statements', ';;  ;', []],
  ])('%s', (_, sql, statements) => {
    expect(texts(sql)).toEqual(statements);
  });

  test('but for the body of a trigger, which can hold CASE … END', () => {
    const trigger =
      'CREATE TEMP TRIGGER tr AFTER INSERT ON t BEGIN UPDATE t SET a = CASE WHEN 1 THEN 2 END; SELECT 1; END';
    expect(texts(`${trigger}; SELECT 2;`)).toEqual([trigger, 'SELECT 2']);
  });
});

test('each statement tells where it stands, its semicolon included', () => {
  const sql = '-- first\nSELECT 1 ;\nSELECT 2;';
  const [first, second] = splitSqlite(sql);
  expect(sql.slice(first?.start, first?.end)).toBe('SELECT 1 ;');
  expect(sql.slice(second?.start, second?.end)).toBe('SELECT 2;');
});

test('SQLite gets the space behind a statement too', () => {
  expect(splitSqlite('SELECT 1 -- x\n;').map(({ sql }) => sql)).toEqual(['SELECT 1 -- x\n']);
});

test('a command of the shell takes its line', () => {
  expect(
    splitSqlite(".headers on\nSELECT 1;\n.read 'x;y.sql'").map(({ kind, text }) => [kind, text]),
  ).toEqual([
    ['command', '.headers on'],
    ['statement', 'SELECT 1'],
    ['command', ".read 'x;y.sql'"],
  ]);
});
