import { expect, test } from 'vitest';
import { applyOperation } from '../apply/index.ts';
import type { SuppressionComment } from '../model/migration.ts';
import { applied } from '../testing/build.ts';
import { dropColumn, lines } from '../testing/operations.ts';
import { pg } from '../testing/rule-cases/schemas.ts';
import { checkProposal } from './index.ts';
import { suppressionsOf } from './suppressions.ts';

const PATH = 'db/migrate/20260101000000_change.rb';

function comment(line: number, rules: readonly string[], rest: Partial<SuppressionComment> = {}) {
  const source = { path: PATH, line, column: 30, endLine: line };
  return { rules, reason: 'unused since March', source, covers: { from: line, to: line }, ...rest };
}

/** What the rules say about dropping `name` on line 1 and `email` on line 2. */
function check(...suppressions: readonly SuppressionComment[]) {
  const operations = lines(dropColumn('users', 'name'), dropColumn('users', 'email'));
  const steps = applied(pg(), operations, applyOperation, { suppressions });
  return checkProposal(steps, {
    engine: 'postgresql',
    rows: {},
    sizes: { small: 10_000, large: 1_000_000 },
  });
}

function drops(...suppressions: readonly SuppressionComment[]) {
  return check(...suppressions)
    .hazards.filter(({ rule }) => rule === 'drop-column')
    .map(({ step, severity, suppression }) => [step, severity, suppression?.reason]);
}

test('a comment makes the finding of its statement one level less severe, and no other', () => {
  expect(drops()).toEqual([
    [0, 'danger', undefined],
    [1, 'danger', undefined],
  ]);
  expect(drops(comment(1, ['drop-column']))).toEqual([
    [1, 'danger', undefined],
    [0, 'warning', 'unused since March'],
  ]);
});

test('the finding says who suppresses it and where', () => {
  const found = check(comment(1, ['drop-column'])).hazards.find(({ suppression }) => suppression);
  expect(found?.suppression).toEqual({
    by: 'comment',
    reason: 'unused since March',
    source: { path: PATH, line: 1, column: 30, endLine: 1 },
  });
});

test('a comment for the file covers each of its lines; one of another file none', () => {
  expect(drops(comment(9, ['drop-column'], { covers: 'file' })).map(([, level]) => level)).toEqual([
    'warning',
    'warning',
  ]);
  const other = { path: 'db/migrate/1_other.rb', line: 1, column: 1, endLine: 1 };
  expect(
    drops(comment(1, ['drop-column'], { covers: 'file', source: other })).map(([, level]) => level),
  ).toEqual(['danger', 'danger']);
});

test('neither another rule nor the word all suppresses it', () => {
  for (const rules of [['all'], ['drop-table'], []]) {
    expect(drops(comment(1, rules)).map(([, level]) => level)).toEqual(['danger', 'danger']);
  }
});

test('the one for the statement gives the reason, and each that fits was of use', () => {
  const own = comment(1, ['drop-column', 'drop-table']);
  const whole = comment(9, ['drop-column'], { covers: 'file', reason: 'archived' });
  const suppressions = suppressionsOf([
    ...applied(pg(), lines(dropColumn('users', 'name')), applyOperation, {
      suppressions: [whole, own],
    }).map(({ migration }) => migration),
  ]);
  const place = { path: PATH, line: 1, column: 1, endLine: 1 };
  expect(suppressions.of(['drop-column'], place, null)?.reason).toBe('unused since March');
  expect(suppressions.comments()).toEqual([
    { comment: whole, used: ['drop-column'] },
    { comment: own, used: ['drop-column'] },
  ]);
});

test('the review of its step names it, with the reason', () => {
  const [first, second] = check(comment(1, ['drop-column'])).steps;
  const suppressed = 'the hazard drop-column is suppressed by a comment (unused since March)';
  expect(first?.review.reasons).toContain(suppressed);
  expect(second?.review.reasons).not.toContain(suppressed);
});
