import { expect, test } from 'vitest';
import { atomsOf, extentOf } from './atoms.ts';
import type { Typesetter } from './typesetter.ts';

/** Every character is one point wide. */
const type: Typesetter = {
  width: (text) => [...text].length,
  widthOfAny: (text) => [...text].length,
  draw: () => undefined,
};

function extent(text: string) {
  const run = { text, face: 'mono', size: 1, color: '#000000', link: null } as const;
  return extentOf(atomsOf([run], type), type);
}

test('a text asks at least for its longest piece and at most for its longest line', () => {
  expect(extent('created_at (not null)\nid')).toEqual({ least: 10, most: 21 });
});

test('a digest does not ask for a line of its own', () => {
  expect(extent('9f86d081884c7d65'.repeat(4))).toEqual({ least: 26, most: 64 });
});

test('white space asks for nothing', () => {
  expect(extent('\n')).toEqual({ least: 0, most: 0 });
});
