import { expect, test } from 'vitest';
import { Memory } from './memory.ts';

test('what is asked for stays, what is not is forgotten', () => {
  const memory = new Memory<number>(2);
  memory.set('a', 1);
  memory.set('b', 2);
  memory.set('c', 3);
  expect(memory.get('a')).toBe(1);
  memory.set('d', 4);
  memory.set('e', 5);
  expect(memory.get('a')).toBe(1);
  expect(memory.get('b')).toBeUndefined();
});
