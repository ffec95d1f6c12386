import { expect, test } from 'vitest';
import { wrappedLines } from './row-height.ts';
import { cellText } from './text.ts';

test('a text that a cell can hold stays', () => {
  expect(cellText('CREATE TABLE a (\n  id bigint\n);')).toBe('CREATE TABLE a (\n  id bigint\n);');
  expect(cellText('x'.repeat(32_767))).toHaveLength(32_767);
});

test('a longer text is cut at what a cell can hold, and says where the whole of it is', () => {
  const cut = cellText('x'.repeat(32_768));
  expect(cut).toHaveLength(32_767);
  expect(cut.endsWith('cut here: see proposal.json')).toBe(true);
});

test('a text of more line feeds than a cell can hold is cut too', () => {
  const cut = cellText(Array.from({ length: 400 }, (_, line) => `line ${line}`).join('\n'));
  expect(cut.split('\n').length - 1).toBe(253);
  expect(cut).toContain('line 252\n… cut here');
});

test('a pair of surrogates is not cut in two', () => {
  expect(cellText('\u{1f600}'.repeat(20_000))).not.toMatch(/\p{Surrogate}/u);
});

test.each([
  ['', 10, 1],
  ['two words', 10, 1],
  ['two words here', 10, 2],
  ['a\nb\nc', 10, 3],
  ['attribute_without_a_space', 10, 3],
  ['short attribute_without_a_space', 10, 4],
])('%j in a column of %i characters takes %i lines', (text, width, lines) => {
  expect(wrappedLines(text, width)).toBe(lines);
});
