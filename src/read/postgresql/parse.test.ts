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
