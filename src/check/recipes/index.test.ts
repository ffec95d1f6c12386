import { expect, test } from 'vitest';
import { index } from '../../testing/build.ts';
import { addIndexLine } from './index.ts';

test('the special indexes of MySQL are built again as what they are', () => {
  const words = index('words', ['body'], { kind: 'fulltext', using: null });
  expect(addIndexLine('posts', words)).toBe(
    'add_index :posts, :body, name: "words", type: :fulltext',
  );
  expect(addIndexLine('posts', index('plain', ['body']))).toBe(
    'add_index :posts, :body, name: "plain"',
  );
});
