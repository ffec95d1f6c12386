import { expect, test } from 'vitest';
import { rubyFloat, rubyString, rubySymbol, rubyValue } from './inspect.ts';

test.each([
  ['plain', '"plain"'],
  ['say "hi" \\ there', '"say \\"hi\\" \\\\ there"'],
  ['line\nbreak\tand bell\u0007', '"line\\nbreak\\tand bell\\a"'],
  ['#{code} #$global #@field # none', '"\\#{code} \\#$global \\#@field # none"'],
  ['\u0001\u007fé', '"\\u0001\\x7Fé"'],
])('the string %j is inspected as %s', (text, expected) => {
  expect(rubyString(text)).toBe(expected);
});

test.each([
  [0, '0.0'],
  [1, '1.0'],
  [0.1, '0.1'],
  [-2.5, '-2.5'],
  [1e15, '1000000000000000.0'],
  [1e16, '1.0e+16'],
  [1.25e20, '1.25e+20'],
  [0.0001, '0.0001'],
  [0.00001, '1.0e-05'],
])('the float %d is inspected as %s', (value, expected) => {
  expect(rubyFloat(value)).toBe(expected);
});

test('symbols are quoted where Ruby needs it', () => {
  expect(rubySymbol('gin_trgm_ops')).toBe(':gin_trgm_ops');
  expect(rubySymbol('two words')).toBe(':"two words"');
});

test('hashes have spaces around the arrow since Ruby 3.4', () => {
  const value = { a: [1, null, true], b: {} };
  expect(rubyValue(value, false)).toBe('{"a"=>[1, nil, true], "b"=>{}}');
  expect(rubyValue(value, true)).toBe('{"a" => [1, nil, true], "b" => {}}');
});
