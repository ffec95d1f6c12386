import { expect, test } from 'vitest';
import { Recent } from './recent.ts';

test('what was asked for longest ago is forgotten first, by weight', () => {
  const recent = new Recent<string>(10);
  recent.set('a', 'A', 4);
  recent.set('b', 'B', 4);
  expect(recent.get('a')).toBe('A');
  recent.set('c', 'C', 4);
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual(['A', undefined, 'C']);
});

test('a value that is set again weighs once', () => {
  const recent = new Recent<string>(10);
  for (let turn = 0; turn < 5; turn += 1) recent.set('a', 'A', 6);
  recent.set('b', 'B', 4);
  expect(recent.get('a')).toBe('A');
});

test('a value that is too heavy is not kept, and takes the others with it', () => {
  const recent = new Recent<string>(10);
  recent.set('a', 'A', 11);
  expect(recent.get('a')).toBeUndefined();
});
