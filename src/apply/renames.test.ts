import { describe, expect, test } from 'vitest';
import { findTable, type Schema } from '../model/schema.ts';
import {
  check,
  column,
  foreignKey,
  index,
  operation,
  schema,
  table,
  view,
} from '../testing/build.ts';
import { applyOperation } from './index.ts';

const orders = table(
  'orders',
  [
    column('id', 'bigint'),
    column('state', 'text'),
    column('label', 'text', { generated: { expression: "lower(state) || 'state'", stored: true } }),
    column('parent_id', 'bigint'),
  ],
  {
    primaryKey: { name: 'orders_pkey', columns: ['id'] },
    indexes: [index('by_state', ['state'], { where: "(state <> 'x'::text)", include: ['state'] })],
    foreignKeys: [foreignKey('parent_id', 'orders')],
    checkConstraints: [check('orders_chk_1', "state IN ('state')")],
    uniqueConstraints: [
      { name: 'u', columns: ['state'], deferrable: null, nullsNotDistinct: false },
    ],
    exclusionConstraints: [
      {
        name: 'e',
        expression: 'state WITH =',
        using: 'gist',
        where: 'state IS NOT NULL',
        deferrable: null,
      },
    ],
  },
);
const items = table('items', [column('order_id', 'bigint')], {
  foreignKeys: [foreignKey('order_id', 'orders', { name: 'items_ibfk_1' })],
});

const shop = (engine: Schema['engine']): Schema =>
  schema(engine, [orders, items], {
    views: [view('v', 'SELECT orders.state FROM orders')],
    triggers: [
      {
        name: 'state',
        table: 'orders',
        definition:
          "CREATE TRIGGER state BEFORE UPDATE OF state ON public.orders FOR EACH ROW WHEN ((new.state = 'state')) EXECUTE FUNCTION state()",
      },
    ],
    policies: [
      { name: 'p', table: 'orders', definition: 'CREATE POLICY p ON orders USING (state IS NULL)' },
    ],
    sequences: [{ name: 'orders_id_seq', ownedBy: 'orders.id', options: '' }],
  });

describe('a renamed column', () => {
  const renamed = (engine: Schema['engine'], from: string, to: string) =>
    applyOperation(shop(engine), operation({ kind: 'renameColumn', table: 'orders', from, to }));

  test('is renamed in every part of its table', () => {
    const after = findTable(renamed('postgresql', 'state', 'status'), 'orders');
    expect(after?.columns[1]?.name).toBe('status');
    expect(after?.columns[2]?.generated?.expression).toBe("lower(status) || 'state'");
    expect(after?.indexes[0]).toMatchObject({
      parts: [{ column: 'status' }],
      where: "(status <> 'x'::text)",
      include: ['status'],
    });
    expect(after?.checkConstraints[0]?.expression).toBe("status IN ('state')");
    expect(after?.uniqueConstraints[0]?.columns).toEqual(['status']);
    expect(after?.exclusionConstraints[0]).toMatchObject({
      expression: 'status WITH =',
      where: 'status IS NOT NULL',
    });
  });

  test('is renamed in the keys that refer to it, the primary key and its sequence', () => {
    const after = renamed('postgresql', 'id', 'uid');
    expect(findTable(after, 'orders')?.primaryKey?.columns).toEqual(['uid']);
    expect(findTable(after, 'orders')?.foreignKeys[0]?.toColumns).toEqual(['uid']);
    expect(findTable(after, 'items')?.foreignKeys[0]?.toColumns).toEqual(['uid']);
    expect(after.sequences[0]?.ownedBy).toBe('orders.uid');
  });

  test('is renamed on PostgreSQL in the heads of triggers and policies', () => {
    const after = renamed('postgresql', 'state', 'status');
    expect(after.triggers[0]?.definition).toBe(
      "CREATE TRIGGER state BEFORE UPDATE OF status ON public.orders FOR EACH ROW WHEN ((new.status = 'state')) EXECUTE FUNCTION state()",
    );
    expect(after.policies[0]?.definition).toBe('CREATE POLICY p ON orders USING (status IS NULL)');
    expect(renamed('mysql', 'state', 'status').triggers).toEqual(shop('mysql').triggers);
  });

  test('does not take a name that another column has', () => {
    expect(() => renamed('postgresql', 'state', 'label')).toThrow(
      'orders already has a column "label"',
    );
  });
});

describe('a renamed table', () => {
  const renamed = (engine: Schema['engine']) =>
    applyOperation(shop(engine), operation({ kind: 'renameTable', from: 'orders', to: 'sales' }));

  test('keeps its place, and keys follow it', () => {
    const after = renamed('postgresql');
    expect(after.tables.map(({ name }) => name)).toEqual(['sales', 'items']);
    expect(after.tables.map(({ foreignKeys }) => foreignKeys[0]?.toTable)).toEqual([
      'sales',
      'sales',
    ]);
  });

  test('on PostgreSQL its primary key and sequence follow as Rails renames them', () => {
    const after = renamed('postgresql');
    expect(findTable(after, 'sales')?.primaryKey?.name).toBe('sales_pkey');
    expect(after.sequences).toEqual([{ name: 'sales_id_seq', ownedBy: 'sales.id', options: '' }]);
  });

  test('on PostgreSQL views, triggers and policies follow', () => {
    const after = renamed('postgresql');
    expect(after.views[0]?.definition).toBe('SELECT sales.state FROM sales');
    expect(after.triggers[0]).toMatchObject({ table: 'sales' });
    expect(after.triggers[0]?.definition).toContain('UPDATE OF state ON public.sales FOR');
    expect(after.policies[0]?.definition).toBe('CREATE POLICY p ON sales USING (state IS NULL)');
  });

  test('on MySQL constraints named after the table follow, views do not', () => {
    const after = renamed('mysql');
    expect(findTable(after, 'sales')?.checkConstraints[0]?.name).toBe('sales_chk_1');
    expect(findTable(after, 'items')?.foreignKeys[0]?.name).toBe('items_ibfk_1');
    expect(after.views).toEqual(shop('mysql').views);
  });
});
