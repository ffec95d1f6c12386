import { expect, test } from 'vitest';
import { painter } from './colour.ts';
import { visible } from './visible.ts';

const PLAIN = { colour: false };

test.each([
  ['\u001b[2J\u001b]0;title\u0007', '\\e[2J\\e]0;title\\u0007'],
  ['a\u009b31mb\u007f\0', 'a\\u009b31mb\\u007f\\u0000'],
  ['over\rwritten', 'over\\u000dwritten'],
  ['x \u202e reversed', 'x \\u202e reversed'],
])('what a terminal would obey is shown: %j', (text, shown) => {
  expect(visible(text, PLAIN)).toBe(shown);
});

test('line ends, tabs and other languages stay as they are', () => {
  const text = 'größe\t名前\r\nالاسم\n';
  expect(visible(text, PLAIN)).toBe(text);
});

test('colours stay where there are any; other sequences, such as hidden text, do not', () => {
  const painted = painter(true)('danger', 'drop');
  expect(visible(`${painted} \u001b[8mhidden`, { colour: true })).toBe(`${painted} \\e[8mhidden`);
  expect(visible(painted, PLAIN)).toBe('\\e[1;31mdrop\\e[0m');
});
