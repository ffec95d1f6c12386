import { expect, test } from 'vitest';
import type { ForeignKey, Index } from '../../model/schema.ts';
import { implicitForeignKeyIndex } from './implicit-index.ts';

const KEY: ForeignKey = {
  name: 'fk_rails_0123456789',
  columns: ['order_id'],
  toTable: 'orders',
  toColumns: ['id'],
  onDelete: 'noAction',
  onUpdate: 'noAction',
  deferrable: null,
  validated: true,
};

function index(columns: readonly string[], length: number | null = null): Index {
  const made = implicitForeignKeyIndex({ ...KEY, columns }, [], []);
  if (!made) throw new Error('an index is expected where there is none');
  return { ...made, name: 'given', parts: made.parts.map((part) => ({ ...part, length })) };
}

test('a key without an index gets one by its own name', () => {
  expect(implicitForeignKeyIndex(KEY, [], ['id'])).toMatchObject({
    name: 'fk_rails_0123456789',
    parts: [{ column: 'order_id', order: 'asc' }],
    unique: false,
  });
});

test('an index that begins with the key’s columns serves it', () => {
  expect(implicitForeignKeyIndex(KEY, [index(['order_id', 'position'])], [])).toBeNull();
  expect(implicitForeignKeyIndex(KEY, [index(['position', 'order_id'])], [])).not.toBeNull();
});

test('the primary key serves too, and a prefix of a column does not', () => {
  expect(implicitForeignKeyIndex(KEY, [], ['order_id', 'id'])).toBeNull();
  expect(implicitForeignKeyIndex(KEY, [index(['order_id'], 10)], [])).not.toBeNull();
});
