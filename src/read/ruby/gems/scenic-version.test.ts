import { expect, test } from 'vitest';
import { dumpsViewsByName } from './scenic-version.ts';

test.each([
  ['1.9.0', true],
  ['1.10.2', true],
  ['2.0.0', true],
  ['1.8.0', false],
  ['0.9.1', false],
])('scenic %s dumps views by name: %s', (version, byName) => {
  const lock = `GEM\n  specs:\n    scenic (${version})\n      activerecord (>= 4.0.0)\n`;
  const read = (path: string): string | null => (path === 'Gemfile.lock' ? lock : null);
  expect(dumpsViewsByName({ read, list: () => [] })).toBe(byName);
});

test('a project without scenic dumps none', () => {
  expect(dumpsViewsByName({ read: () => null, list: () => [] })).toBe(false);
});
