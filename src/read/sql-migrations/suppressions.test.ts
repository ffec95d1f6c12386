import { expect, test } from 'vitest';
import type { Engine } from '../../model/engine.ts';
import { suppressionsIn } from './suppressions.ts';

function read(text: string, engine: Engine = 'postgresql') {
  return suppressionsIn({ path: 'm.sql', text }, engine);
}

test('behind a statement, above one, and inside of one', () => {
  const comments = read(
    [
      'ALTER TABLE a DROP COLUMN b; -- migdocs:ignore drop-column -- unused',
      '',
      '-- migdocs:ignore add-index-blocking, index-too-wide',
      '-- (tiny)',
      'CREATE INDEX i',
      '  ON a (c);',
      'ALTER TABLE a -- migdocs:ignore add-json-column -- small',
      '  ADD COLUMN d json;',
    ].join('\n'),
  );
  expect(comments).toEqual([
    {
      rules: ['drop-column'],
      reason: 'unused',
      source: { path: 'm.sql', line: 1, column: 30, endLine: 1 },
      covers: { from: 1, to: 1 },
    },
    expect.objectContaining({
      rules: ['add-index-blocking', 'index-too-wide'],
      reason: null,
      covers: { from: 5, to: 6 },
    }),
    expect.objectContaining({ reason: 'small', covers: { from: 7, to: 8 } }),
  ]);
});

test('a comment for the file', () => {
  expect(read('-- migdocs:ignore-file drop-table -- archived\nDROP TABLE a;\n')).toMatchObject([
    { rules: ['drop-table'], reason: 'archived', covers: 'file' },
  ]);
});

test.each<[Engine, string, string]>([
  ['postgresql', 'a string', "SELECT '\n-- migdocs:ignore drop-table -- no\n';"],
  [
    'postgresql',
    'a string that ends in a backslash',
    "SELECT '\\' ; SELECT '\n-- migdocs:ignore x\n';",
  ],
  ['postgresql', 'an escape string', "SELECT E'\\'\n-- migdocs:ignore x\n';"],
  ['postgresql', 'a function body', 'DO $body$\n-- migdocs:ignore drop-table -- no\n$body$;'],
  ['postgresql', 'a quoted name', 'SELECT "\n-- migdocs:ignore x\n";'],
  ['postgresql', 'a comment with stars', '/*\n-- migdocs:ignore drop-table\n*/ SELECT 1;'],
  ['mysql', 'a string with a backslash', "SELECT '\\'\n-- migdocs:ignore x\n';"],
  ['mysql', 'a quoted name', 'SELECT `\n-- migdocs:ignore x\n`;'],
])('on %s, what stands in %s is no comment', (engine, _, text) => {
  expect(read(text, engine)).toEqual([]);
});

test('a semicolon in a string ends no statement', () => {
  const [comment] = read(
    "UPDATE a SET b = ';'\nWHERE c; -- migdocs:ignore backfill-unbatched -- ten rows",
  );
  expect(comment?.covers).toEqual({ from: 1, to: 2 });
});
