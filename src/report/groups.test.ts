import { expect, test } from 'vitest';
import { groupOf, tablesOfGroup } from './groups.ts';

const group = (name: string, ...tables: readonly string[]) => ({ name, purpose: null, tables });

test('a star stands for any characters, and everything else for itself', () => {
  const names = ['order', 'order_items', 'orders', 'reorders', 'a.b', 'axb'];
  expect(tablesOfGroup(group('Sales', 'order*'), names)).toEqual([
    'order',
    'order_items',
    'orders',
  ]);
  expect(tablesOfGroup(group('Dots', 'a.b'), names)).toEqual(['a.b']);
  expect(tablesOfGroup(group('All', '*'), names)).toEqual(names);
});

test('a table is in the first group that holds it', () => {
  const groups = [group('Orders', 'orders'), group('Rest', '*')];
  expect(groupOf(groups, 'orders')).toBe('Orders');
  expect(groupOf(groups, 'users')).toBe('Rest');
  expect(groupOf([], 'users')).toBeNull();
});
