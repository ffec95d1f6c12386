import { expect, test } from 'vitest';
import { readTree } from './trees.ts';

test('a tree tells files, folders and what is neither, with their ids', () => {
  const id = (byte: number) => Buffer.alloc(20, byte);
  const content = Buffer.concat([
    Buffer.from('100755 bin file\0'),
    id(1),
    Buffer.from('40000 db\0'),
    id(2),
    Buffer.from('120000 link\0'),
    id(3),
    Buffer.from('160000 module\0'),
    id(0),
  ]);
  expect([...readTree(content, 20)]).toEqual([
    ['bin file', { kind: 'file', id: '01'.repeat(20) }],
    ['db', { kind: 'folder', id: '02'.repeat(20) }],
    ['link', { kind: 'other', id: '03'.repeat(20) }],
    ['module', { kind: 'other', id: '00'.repeat(20) }],
  ]);
});
