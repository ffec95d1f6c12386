import { expect, test } from 'vitest';
import { riskMessage } from './risk.ts';

const source = { path: 'db/migrate/1_a.rb', line: 3, column: 1, endLine: 3 };

test('a finding that nobody set aside is its message', () => {
  expect(riskMessage({ message: 'It locks.', suppression: null })).toBe('It locks.');
});

test.each([
  [
    { by: 'comment', reason: 'the table is empty', source },
    'It locks. Suppressed by a comment (db/migrate/1_a.rb:3), because: the table is empty.',
  ],
  [
    { by: 'safety_assured', reason: null, source },
    'It locks. Suppressed by safety_assured (db/migrate/1_a.rb:3), without a reason.',
  ],
] as const)('one that was set aside says by whom and why', (suppression, words) => {
  expect(riskMessage({ message: 'It locks.', suppression })).toBe(words);
});
