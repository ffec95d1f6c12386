import { expect, test } from 'vitest';
import { loadRubyParser } from '../source.ts';
import { suppressionsIn } from './suppressions.ts';

const parse = await loadRubyParser();

function read(text: string) {
  return suppressionsIn(parse(text, 'db/migrate/1_a.rb'));
}

/** The comments of a migration whose `change` begins on line 3. */
function inChange(...body: readonly string[]) {
  const lines = body.map((line) => `    ${line}`);
  return read(
    ['class A < ActiveRecord::Migration[7.1]', '  def change', ...lines, '  end', 'end'].join('\n'),
  );
}

test('rules stand between commas, the reason behind two dashes', () => {
  expect(
    inChange(
      'add_index :a, :b # migdocs:ignore add-index-blocking, index-too-wide -- tiny -- really',
    ),
  ).toEqual([
    {
      rules: ['add-index-blocking', 'index-too-wide'],
      reason: 'tiny -- really',
      source: { path: 'db/migrate/1_a.rb', line: 3, column: 22, endLine: 3 },
      covers: { from: 3, to: 3 },
    },
  ]);
});

test('without a reason, and without a rule', () => {
  const [bare, none, alone] = inChange(
    'remove_column :a, :b # migdocs:ignore drop-column',
    'remove_column :a, :c # migdocs:ignore',
    'remove_column :a, :d # migdocs:ignore -- because',
  );
  expect(bare).toMatchObject({ rules: ['drop-column'], reason: null });
  expect(none).toMatchObject({ rules: [], reason: null });
  expect(alone).toMatchObject({ rules: [], reason: 'because' });
});

test('above a statement it covers all of its lines, other comments in between', () => {
  const [first, second] = inChange(
    '# migdocs:ignore drop-column -- unused since March',
    '# migdocs:ignore irreversible -- nothing to bring back',
    '# (see the runbook)',
    'remove_column :a,',
    '              :b',
  );
  expect([first?.covers, second?.covers]).toEqual([
    { from: 6, to: 7 },
    { from: 6, to: 7 },
  ]);
});

test('above a block it covers the block, in it one line, behind its end the block again', () => {
  const [above, inside, behind] = inChange(
    '# migdocs:ignore add-json-column -- stays small',
    'change_table :a do |t|',
    '  t.json :b # migdocs:ignore add-json-column -- this one alone',
    '  t.json :c',
    'end # migdocs:ignore add-json-column -- all of it',
  );
  expect(above?.covers).toEqual({ from: 4, to: 7 });
  expect(inside?.covers).toEqual({ from: 5, to: 5 });
  expect(behind?.covers).toEqual({ from: 4, to: 7 });
});

test('a heredoc belongs to its statement', () => {
  const [comment] = inChange(
    '# migdocs:ignore raw-sql-opaque -- tried out',
    'execute <<~SQL',
    '  SELECT 1',
    'SQL',
  );
  expect(comment?.covers).toEqual({ from: 4, to: 6 });
});

test('what stands in a string or a heredoc is no comment', () => {
  expect(
    inChange(
      'say "# migdocs:ignore drop-column -- no"',
      'execute <<~SQL',
      '  -- migdocs:ignore drop-column -- no',
      '  # migdocs:ignore drop-column -- no',
      'SQL',
    ),
  ).toEqual([]);
});

test('one with a blank line below it, or above a definition, covers nothing but itself', () => {
  const [apart] = inChange('# migdocs:ignore drop-column -- x', '', 'remove_column :a, :b');
  expect(apart?.covers).toEqual({ from: 3, to: 3 });
  const [above] = read(
    'class A < ActiveRecord::Migration[7.1]\n  # migdocs:ignore drop-column -- x\n  def change\n    remove_column :a, :b\n  end\nend\n',
  );
  expect(above?.covers).toEqual({ from: 2, to: 2 });
});

test('one for the file covers the file, wherever it stands', () => {
  const [comment] = read(
    '# migdocs:ignore-file drop-column -- archived\nclass A < ActiveRecord::Migration[7.1]\n  def change; end\nend\n',
  );
  expect(comment).toMatchObject({ rules: ['drop-column'], reason: 'archived', covers: 'file' });
});

test('other words are no suppression', () => {
  expect(
    inChange(
      '# see migdocs:ignore in the manual',
      '# migdocs:ignored drop-column -- x',
      'remove_column :a, :b # why not',
    ),
  ).toEqual([]);
});
