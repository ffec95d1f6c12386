import { beforeAll, expect, test } from 'vitest';
import { nodeOf } from './nodes.ts';
import { loadPostgresqlParser, parsePostgresql } from './parse.ts';

beforeAll(loadPostgresqlParser);

test('statements come with their own text and place, comments and semicolons left out', () => {
  const sql = "-- é first\nSELECT 'a;b';\n\n/* then */ DROP TABLE é ;\n";
  const statements = parsePostgresql(sql);
  expect(statements.map(({ text }) => text)).toEqual(["SELECT 'a;b'", 'DROP TABLE é']);
  expect(statements.map(({ start, end }) => sql.slice(start, end))).toEqual([
    "SELECT 'a;b'",
    'DROP TABLE é',
  ]);
  expect(nodeOf(statements[1]?.node ?? undefined, 'DropStmt')?.removeType).toBe('OBJECT_TABLE');
});

test('a statement that PostgreSQL refuses does not take the others along', () => {
  const sql = "SELECT 1;\nMODIFY é ';';\nSELECT 2";
  const statements = parsePostgresql(sql);
  expect(statements.map(({ text }) => text)).toEqual(['SELECT 1', "MODIFY é ';'", 'SELECT 2']);
  expect(statements.map(({ start, end }) => sql.slice(start, end))).toEqual(
    statements.map(({ text }) => text),
  );
  expect(statements.map(({ error }) => error)).toEqual([
    null,
    'syntax error at or near "MODIFY"',
    null,
  ]);
});

test('places in the tree are turned into places in the text', () => {
  const [statement] = parsePostgresql("SELECT '😀é' AS x, 1 + (2 /* two */  * 3)");
  const source = statement?.source;
  const byte = new TextEncoder().encode("SELECT '😀é' AS x, ").length;
  expect(source?.text.slice(source.characterAt(byte))).toBe('1 + (2 /* two */  * 3)');
  expect(source?.enclosed(source.characterAt(byte))?.text).toBe('2 * 3');
});

test('text without a statement has none', () => {
  expect(parsePostgresql(' ; -- nothing\n')).toEqual([]);
});

test('SQL that is nested too deeply for the parser costs no other statement', () => {
  const deep = `SELECT ${'a + '.repeat(12_000)}1`;
  const statements = parsePostgresql(`SELECT 1;\n${deep};\nSELECT 2`);
  expect(statements.map(({ error }) => error)).toEqual([null, 'it is nested too deeply', null]);
});

test('an INSERT of many rows is not nested', () => {
  const rows = "(-1, '2026-01-01', 1 + 1)".concat(", (-2, 'a - b', 2 * 3)".repeat(3000));
  expect(parsePostgresql(`INSERT INTO t VALUES ${rows}`)[0]?.error).toBeNull();
});

test('a text without a statement has none', () => {
  expect(['', ' \n', ';', '-- nothing'].flatMap((text) => parsePostgresql(text))).toEqual([]);
});
