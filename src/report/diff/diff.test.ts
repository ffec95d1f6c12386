import { describe, expect, test } from 'vitest';
import { applyAll } from '../../apply/index.ts';
import { diffSchemas } from '../../diff/index.ts';
import type { Schema } from '../../model/schema.ts';
import { index, schema, view } from '../../testing/build.ts';
import { shopDiff, shopDiffInput } from '../../testing/shop-diff.ts';
import { buildDiffView, unknownOf } from './index.ts';

test('the summary counts changes by what happened', () => {
  expect(shopDiff().summary).toBe(
    '9 changes: 2 added, 3 removed, 2 changed and 2 renamed; 1 statement was not understood',
  );
  const [first] = shopDiffInput().changes;
  expect(shopDiff({ changes: first ? [first] : [], unknowns: [] }).summary).toBe(
    '1 change: 1 changed',
  );
});

test('that nothing differs is not said where something was not understood', () => {
  const { unknowns } = shopDiffInput();
  expect(shopDiff({ changes: [], unknowns }).summary).toBe(
    'No difference is certain: 1 statement was not understood.',
  );
  expect(shopDiff({ changes: [], unknowns: [...unknowns, ...unknowns] }).summary).toBe(
    'No difference is certain: 2 statements were not understood.',
  );
});

test('a statement that was not understood is shown with its place and reason', () => {
  const source = { path: 'db/migrate/1_a.rb', line: 4, column: 2, endLine: 5 };
  const text = 'add_column :users, :many,\n  :string';
  expect(unknownOf({ text, reason: 'it depends on the rows of users', source }, ['users'])).toEqual(
    {
      sentence:
        'db/migrate/1_a.rb:4 `add_column :users, :many, :string` was not understood, because it depends on the rows of users.',
      tables: ['users'],
    },
  );
});

test('blocks are by name, one a table or stand-alone object', () => {
  const headings = shopDiff().blocks.map(({ heading, mark }) => `${mark}: ${heading}`);
  expect(headings).toEqual([
    'removed: table carts',
    'altered: enum channel',
    'renamed: table clients',
    'altered: table orders',
    'added: table payments',
    'unknown: table refunds',
  ]);
});

test('risks come with the most severe first, whatever their ids', () => {
  expect(shopDiff().risks.map(({ id, severity }) => `${id} ${severity}`)).toEqual([
    'R2 danger',
    'R1 warning',
  ]);
});

describe('findings of one rule', () => {
  const { hazards } = shopDiffInput();
  const again = hazards.map(({ hazard }, position) => ({
    id: `R${position + 3}`,
    hazard: { ...hazard, instead: `${hazard.instead} Likewise.` },
  }));
  const view = shopDiff({ hazards: [...hazards, ...again] });

  test('stand together', () => {
    expect(view.risks.map(({ id }) => id)).toEqual(['R2', 'R4', 'R1', 'R3']);
  });

  test('share what to do instead, which is given for the first', () => {
    expect(view.remedies.map(({ heading, note }) => `${heading}: ${note}`)).toEqual([
      'R2 Column is dropped: R2, and R4 alike with their own names',
      'R1 Table is renamed under running code: R1, and R3 alike with their own names',
    ]);
    expect(view.remedies[1]?.instead).toBe('Keep both names for one release.');
  });
});

test('an added table lists all its parts, a changed one what differs', () => {
  const { blocks } = shopDiff();
  const linesOf = (heading: string) =>
    blocks
      .find((block) => block.heading === heading)
      ?.lines.map(({ mark, object, name }) => `${mark} ${object} ${name}`.trim());
  expect(linesOf('table payments')).toEqual([
    'added column id',
    'added column order_id',
    'added column amount',
    'added primary key',
    'added index index_payments_on_order_id',
    'added foreign key fk_rails_6af949464b',
  ]);
  expect(linesOf('table orders')).toContain('altered column total');
});

test('what cannot be known marks every table that it may touch', () => {
  const marked = shopDiff().blocks.filter(({ lines }) =>
    lines.some(({ mark }) => mark === 'unknown'),
  );
  expect(marked.map(({ heading }) => heading)).toEqual(['table orders', 'table refunds']);
});

describe('definitions of several lines', () => {
  const of = (definition: string): Schema =>
    schema('postgresql', [], { views: [view('v', definition)] });

  test('are compared line by line', () => {
    const before = of('SELECT 1\nFROM a\nWHERE b');
    const after = of('SELECT 1\nFROM c\nWHERE b\nLIMIT 1');
    const { blocks } = buildDiffView({
      ...shopDiffInput(),
      before,
      after,
      changes: diffSchemas(before, after),
      unknowns: [],
    });
    expect(blocks[0]?.lines[0]?.differences).toEqual([
      { property: 'definition', before: '3 lines', after: '4 lines (3 added, 2 removed)' },
    ]);
  });
});

test('an index of a materialized view stands in the view’s block', () => {
  const before = schema('postgresql', [], { views: [view('v', 'q', { materialized: true })] });
  const after = {
    ...before,
    views: before.views.map((one) => ({ ...one, indexes: [index('i', ['a'])] })),
  };
  const { blocks } = buildDiffView({
    ...shopDiffInput(),
    before,
    after,
    changes: diffSchemas(before, after),
    unknowns: [],
  });
  expect(blocks.map(({ heading, summary }) => `${heading}: ${summary}`)).toEqual([
    'materialized view v: 1 index added',
  ]);
});

test('the schema file’s diff shows three lines around a difference', () => {
  const lines = Array.from({ length: 20 }, (_, place) => `line ${place}\n`);
  const after = lines.map((line, place) => (place === 10 ? 'changed\n' : line));
  const { schemaFileDiff } = shopDiff({
    schemaFile: { name: 'db/schema.rb', before: lines.join(''), after: after.join('') },
  });
  expect(schemaFileDiff.split('\n')).toEqual([
    '--- a/db/schema.rb',
    '+++ b/db/schema.rb',
    '@@ -8,7 +8,7 @@',
    ' line 7',
    ' line 8',
    ' line 9',
    '-line 10',
    '+changed',
    ' line 11',
    ' line 12',
    ' line 13',
    '',
  ]);
});

test('the same input gives the same view', () => {
  const after = applyAll(shopDiffInput().before, []);
  expect(after).toEqual(shopDiffInput().before);
  expect(shopDiff()).toEqual(shopDiff());
});
