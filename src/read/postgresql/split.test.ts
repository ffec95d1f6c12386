import { expect, test } from 'vitest';
import { splitPostgresql } from './split.ts';

function pieces(text: string): readonly (readonly [string, string])[] {
  return splitPostgresql(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);
}

test.each([
  ['strings', "SELECT 'a;''b'; SELECT 2;", ["SELECT 'a;''b';", 'SELECT 2;']],
  ['escape strings', "SELECT E'a\\';'; SELECT 2;", ["SELECT E'a\\';';", 'SELECT 2;']],
  ['quoted names', 'SELECT "a;""b"; SELECT 2;', ['SELECT "a;""b";', 'SELECT 2;']],
  ['dollar quotes', 'DO $$ a; $x$ b; $$; SELECT 2;', ['DO $$ a; $x$ b; $$;', 'SELECT 2;']],
  ['tagged quotes', 'DO $é$ a; $$ b; $é$; SELECT 2;', ['DO $é$ a; $$ b; $é$;', 'SELECT 2;']],
  ['names with a dollar', 'SELECT a$b$c; SELECT d$b$;', ['SELECT a$b$c;', 'SELECT d$b$;']],
  ['line comments', 'SELECT 1 -- a;\n; SELECT 2;', ['SELECT 1 -- a;\n;', 'SELECT 2;']],
  ['nested comments', 'SELECT /* a; /* b; */ c; */ 1;', ['SELECT /* a; /* b; */ c; */ 1;']],
  ['rules of two commands', 'CREATE RULE r AS ON UPDATE TO t DO (SELECT 1; SELECT 2);', 1],
  ['an end without semicolon', 'SELECT 1; SELECT 2 ', ['SELECT 1;', 'SELECT 2']],
])('a semicolon inside of %s ends no statement', (_, text, expected) => {
  const texts = pieces(text).map(([, piece]) => piece);
  expect(texts).toEqual(expected === 1 ? [text] : expected);
});

test('the body of a function in standard SQL ends with its END', () => {
  const body = 'BEGIN ATOMIC SELECT 1; SELECT CASE WHEN a THEN b END; END';
  const made = `CREATE OR REPLACE FUNCTION f(a boolean) RETURNS int LANGUAGE sql ${body};`;
  expect(pieces(`${made} BEGIN; COMMIT;`).map(([, text]) => text)).toEqual([
    made,
    'BEGIN;',
    'COMMIT;',
  ]);
});

test('commands of psql and the data of COPY are pieces of their own', () => {
  const text = "\\restrict a;b'c\nCOPY t (a) FROM stdin;\n1;\t'x\n\\.\n\nSELECT 1;\n\\connect x\n";
  expect(pieces(text)).toEqual([
    ['client', "\\restrict a;b'c"],
    ['statement', 'COPY t (a) FROM stdin;'],
    ['data', "1;\t'x\n\\."],
    ['statement', 'SELECT 1;'],
    ['client', '\\connect x'],
  ]);
});

test('a quote that never closes costs the statements behind it nothing', () => {
  const text = "CREATE TABLE a (b text DEFAULT 'x);\n\nCREATE TABLE c (d int);\nSELECT 1;\n";
  expect(pieces(text).map(([, piece]) => piece)).toEqual([
    "CREATE TABLE a (b text DEFAULT 'x);",
    'CREATE TABLE c (d int);',
    'SELECT 1;',
  ]);
});

test('many quotes that never close are read in time that grows with the text', () => {
  const text = "SELECT (';\n".repeat(20_000);
  const found = splitPostgresql(text);
  expect(found.at(-1)?.end).toBe(text.trimEnd().length);
});
