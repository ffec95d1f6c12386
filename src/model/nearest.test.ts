import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test('a slip of the keyboard finds the name that was meant', () => {
  expect(nearest('emial', ['id', 'email', 'created_at'])).toBe('email');
});

test('a name like none of the candidates finds nothing', () => {
  expect(nearest('colour', ['id', 'email', 'created_at'])).toBeNull();
});
