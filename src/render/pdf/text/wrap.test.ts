import { expect, test } from 'vitest';
import type { Run } from './lines.ts';
import type { Typesetter } from './typesetter.ts';
import { wrap } from './wrap.ts';

/** Every character is as wide as the text size. */
const type: Typesetter = {
  width: (text, _face, size) => [...text].length * size,
  widthOfAny: (text, _face, size) => [...text].length * size,
  draw: () => undefined,
};

function run(text: string, more: Partial<Run> = {}): Run {
  return { text, face: 'text', size: 1, color: '#000000', link: null, ...more };
}

/** The lines' texts in a column of so many characters. */
function lines(runs: readonly Run[], width: number, hanging = 0): readonly string[] {
  return wrap(runs, width, 1, type, hanging).map(({ fragments }) =>
    fragments.map(({ text }) => text).join(''),
  );
}

test('words go on in the next line, and the space of the break closes the line', () => {
  expect(lines([run('add a column to users')], 9)).toEqual(['add a ', 'column to ', 'users']);
});

test('no line is wider than the column, its closing space aside', () => {
  const text = 'index_orders_on_customer_id_and_created_at (customer_id, created_at) using btree';
  for (const line of wrap([run(text)], 14, 1, type)) expect(line.width).toBeLessThanOrEqual(14);
});

test('a long identifier is cut after an underscore', () => {
  expect(lines([run('index_orders_on_customer_id')], 13)).toEqual([
    'index_orders_',
    'on_',
    'customer_id',
  ]);
});

test('what has no place to be cut at is cut anywhere, without losing a character', () => {
  expect(lines([run('abcdefghijkl')], 5)).toEqual(['abcde', 'fghij', 'kl']);
});

test('a short ending stays with what is before it', () => {
  expect(lines([run('create_shipments.rb')], 12)).toEqual(['create_', 'shipments.rb']);
});

test('a newline breaks the line, and an empty line keeps its height', () => {
  expect(lines([run('a\n\nb')], 9)).toEqual(['a', '', 'b']);
});

test('a no-break space does not break', () => {
  expect(lines([run('☐\u00a0one ☐\u00a0two')], 6)).toEqual(['☐\u00a0one ', '☐\u00a0two']);
  expect(lines([run('aa ☐\u00a0b')], 4)).toEqual(['aa ', '☐\u00a0b']);
});

test('a comma stays with the code before it', () => {
  const code = run('users', { face: 'mono' });
  expect(lines([run('see '), code, run(', then')], 9)).toEqual(['see ', 'users, ', 'then']);
});

test('indentation is kept and wrapped lines hang', () => {
  const wrapped = wrap([run('  SELECT one, two')], 12, 1, type, 4);
  expect(wrapped.map(({ fragments }) => fragments[0]?.text)).toEqual(['  SELECT ', 'one, two']);
  expect(wrapped[1]?.fragments[0]?.x).toBe(4);
});

test('neighbours of one look are one fragment, and a link is its own', () => {
  const [line] = wrap([run('see '), run('R1', { link: '#r1' }), run(' now')], 40, 1, type);
  expect(line?.fragments.map(({ text, link, x }) => [text, link, x])).toEqual([
    ['see ', null, 0],
    ['R1', '#r1', 4],
    [' now', null, 6],
  ]);
});
