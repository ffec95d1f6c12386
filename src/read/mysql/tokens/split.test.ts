import { expect, test } from 'vitest';
import { splitStatements } from './split.ts';

function statements(text: string): readonly string[] {
  return splitStatements(text).map(({ kind, start, bodyEnd }) => {
    const body = text.slice(start, bodyEnd).trim();
    return kind === 'client' ? `[${body}]` : body;
  });
}

test.each([
  ['SELECT \';\', "a;b", `c;d`; SELECT 2;', ['SELECT \';\', "a;b", `c;d`', 'SELECT 2']],
  ["SELECT 'it''s; \\'x;', 1; SELECT 2", ["SELECT 'it''s; \\'x;', 1", 'SELECT 2']],
  ['-- one; two\nSELECT 1; # three; four\nSELECT 2;', ['SELECT 1', 'SELECT 2']],
  ['SELECT 5--1; SELECT 2;', ['SELECT 5--1', 'SELECT 2']],
  ['SELECT /* ; */ 1; SELECT 2;', ['SELECT /* ; */ 1', 'SELECT 2']],
  ['/* only; a comment */ ; ;; SELECT 1', ['SELECT 1']],
  ['/*!50003 SET @a = 1 */ ;\nSELECT 1;', ['/*!50003 SET @a = 1 */', 'SELECT 1']],
  [
    'DELIMITER ;;\nCREATE TRIGGER t BEGIN a; b; END ;;\nDELIMITER ;\nSELECT 1;',
    ['[DELIMITER ;;]', 'CREATE TRIGGER t BEGIN a; b; END', '[DELIMITER ;]', 'SELECT 1'],
  ],
  ['delimiter //\nSELECT 1 / 2//\nSELECT 2//', ['[delimiter //]', 'SELECT 1 / 2', 'SELECT 2']],
  [
    'DELIMITER go\nSELECT agog, 1 go SELECT 2 go',
    ['[DELIMITER go]', 'SELECT a', 'g, 1', 'SELECT 2'],
  ],
  ['\\. other.sql\nSELECT 1;\nsource x.sql\n', ['[\\. other.sql]', 'SELECT 1', '[source x.sql]']],
  [
    '/*M!999999\\- enable the sandbox mode */ \nSELECT 1;',
    ['[/*M!999999\\- enable the sandbox mode */]', 'SELECT 1'],
  ],
  ["SELECT 'left open; SELECT 2;", ["SELECT 'left open; SELECT 2;"]],
  ['', []],
  ['  \n-- nothing', []],
])('%j', (text, expected) => {
  expect(statements(text)).toEqual(expected);
});

test('the places cover each statement with its delimiter', () => {
  const text = 'SELECT 1 ;\n\nDELIMITER $$\nSELECT 2$$';
  expect(splitStatements(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'SELECT 1 ;',
    'DELIMITER $$',
    'SELECT 2$$',
  ]);
});
