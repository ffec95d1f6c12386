import { expect, test } from 'vitest';
import { highlight } from './highlight.ts';

const CASES = [
  ['sql', "ALTER TABLE users ADD note text DEFAULT 'DROP it'; -- SELECT"],
  ['ruby', "add_index :users, :email, unique: true # speeds up 'login'"],
  ['ruby', 'execute "UPDATE #{table} SET x = 1"'],
  ['diff', '+  t.string "name"'],
  ['text', 'CREATE nothing'],
] as const;

test.each(CASES)('%s keeps every character: %s', (language, line) => {
  const tokens = highlight(line, language);
  expect(tokens.map(({ text }) => text).join('')).toBe(line);
});

test('words within strings and comments are no keywords', () => {
  const strong = highlight(CASES[0][1], 'sql').filter(({ face }) => face === 'monoStrong');
  expect(strong.map(({ text }) => text)).toEqual(['ALTER', 'TABLE', 'ADD', 'DEFAULT']);
});

test('interpolation in a Ruby string is no comment', () => {
  const tokens = highlight(CASES[2][1], 'ruby').map(({ text }) => text);
  expect(tokens).toEqual(['execute', ' ', '"UPDATE #{table} SET x = 1"']);
});

test('plain text has one look', () => {
  expect(highlight('CREATE nothing', 'text')).toHaveLength(1);
});
