import { expect, test } from 'vitest';
import { REPLACEMENT, splitByFace } from './fonts.ts';

test('plain text stays in one piece and its face', () => {
  expect(splitByFace('add_index :users', 'mono')).toEqual([
    { face: 'mono', text: 'add_index :users', actual: null },
  ]);
});

test('a mono text takes a glyph that its face lacks from the text face', () => {
  const pieces = splitByFace('a ﬗ b', 'mono');
  expect(pieces.map(({ face, text }) => [face, text])).toEqual([
    ['mono', 'a '],
    ['text', 'ﬗ'],
    ['mono', ' b'],
  ]);
});

test('a character that no face has is replaced one by one and kept as actual text', () => {
  expect(splitByFace('日本', 'text')).toEqual([
    { face: 'text', text: REPLACEMENT, actual: '日' },
    { face: 'text', text: REPLACEMENT, actual: '本' },
  ]);
});

test('control characters are dropped and tabs become blanks', () => {
  expect(splitByFace('a\u0007\tb', 'text')).toEqual([
    { face: 'text', text: 'a    b', actual: null },
  ]);
});
