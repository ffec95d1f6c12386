import { expect, test } from 'vitest';
import type { Difference } from '../replay/differences.ts';
import { differingLines, shortened } from './differing-lines.ts';
import { createTerminal } from './terminal.ts';

const nowhere = { write: () => true, columns: 80 };
const terminal = createTerminal(nowhere, nowhere, {});

function difference(line: number, given: Partial<Difference> = {}): Difference {
  return {
    table: 'users',
    line,
    predicted: ['    t.string "a"'],
    dumped: ['    t.text "a"'],
    named: [],
    ...given,
  };
}

test('a line that fits stays whole, a longer one ends with an ellipsis', () => {
  expect(shortened('t.string "name"', '', 15)).toBe('t.string "name"');
  expect(shortened('t.string "names"', '', 15)).toBe('t.string "name…');
});

test('a long line begins a little before where it differs from the other side', () => {
  const same = 'x'.repeat(500);
  const text = shortened(`${same} DESC ${same}`, `${same} ASC ${same}`, 60);
  expect(text).toBe(`…${'x'.repeat(19)} DESC ${'x'.repeat(33)}…`);
  expect(text).toHaveLength(60);
});

test('no line is wider than the terminal', () => {
  const long = `    t.string "${'é'.repeat(300)}"`;
  const lines = differingLines(
    [
      difference(3, {
        predicted: [long],
        dumped: [],
        named: [{ path: 'db/migrate/1_a.rb', line: 3, text: long }],
      }),
    ],
    terminal,
  );
  expect(lines).toHaveLength(3);
  for (const line of lines) expect([...line].length).toBeLessThanOrEqual(80);
});

test('of many differences those that a migration names come first, and the rest is counted', () => {
  const named = [{ path: 'db/migrate/1_a.rb', line: 3, text: 'add_column :users, :a, :string' }];
  const many = Array.from({ length: 1000 }, (_, at) => difference(at + 1));
  const lines = differingLines([...many, difference(2000, { named })], terminal);
  expect(lines[0]).toBe('    table users, line 2000');
  expect(lines[3]).toBe('      db/migrate/1_a.rb:3  add_column :users, :a, :string');
  expect(lines).toHaveLength(4 + 18 * 3 + 1);
  expect(lines.at(-1)).toBe('    … 982 more places; --format json has them all');
});

test('a thousand lines in one place are cut on each side', () => {
  const predicted = Array.from({ length: 1000 }, (_, at) => `    t.string "c${at}"`);
  const lines = differingLines([difference(1, { predicted, dumped: [''] })], terminal);
  expect(lines).toHaveLength(1 + 13 + 1);
  expect(lines[13]).toBe('    - … 988 more lines');
  expect(lines[14]).toBe('    +');
});
