import { expect, test } from 'vitest';
import { printsSpacedHashes } from './ruby-version.ts';

const projectOf = (path: string, text: string) => ({
  read: (wanted: string) => (wanted === path ? text : null),
  list: () => [],
});

test.each([
  ['.ruby-version', 'ruby-3.4.1\n', true],
  ['.ruby-version', '3.3.6\n', false],
  ['.ruby-version', '4.0.0\n', true],
  ['.tool-versions', 'nodejs 20.1.0\nruby 3.4.2\n', true],
  ['Gemfile.lock', 'DEPENDENCIES\n  rails\n\nRUBY VERSION\n   ruby 3.2.2p53\n', false],
  ['.ruby-version', 'truffleruby\n', null],
  ['Gemfile', 'ruby "3.4.1"\n', null],
])('%s with %j says %s', (path, text, spaced) => {
  expect(printsSpacedHashes(projectOf(path, text))).toBe(spaced);
});
