import { IntegerNode } from '@ruby/prism/src/nodes.js';
import { expect, test } from 'vitest';
import { loadRubyParser } from './source.ts';

const parse = await loadRubyParser();

test.each([
  ['2147483648', 2_147_483_648n],
  ['-3_000_000_000', -3_000_000_000n],
  ['2024_11_04_215430', 20_241_104_215_430n],
  ['9223372036854775807', 9_223_372_036_854_775_807n],
  ['0xFFFF_FFFF', 4_294_967_295n],
  ['-0b1010', -10n],
  ['0o17', 15n],
  ['017', 15n],
  ['0d42', 42n],
  ['0', 0n],
])('the literal %s stands for %s', (text, expected) => {
  const source = parse(`${text}\n`, 'a.rb');
  const [node] = source.program.statements.body;
  expect(node instanceof IntegerNode ? source.integerOf(node) : node).toBe(expected);
});
