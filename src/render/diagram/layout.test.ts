import { expect, test } from 'vitest';
import type { Diagram, DiagramBox, DiagramEdge } from '../../report/types.ts';
import { METRICS, rowCenter } from './box.ts';
import { layoutDiagram, scaleInto } from './layout.ts';
import type { PlacedBox } from './types.ts';

const ROOM = { width: 500, height: 650, smallestScale: 0.74 };
const measure = (text: string) => text.length * 4;

function box(table: string, columns: readonly string[], type = 'bigint'): DiagramBox {
  const rows = columns.map((name) => ({
    name,
    type,
    keys: name === 'id' ? ['PK'] : ['FK'],
    mark: 'none' as const,
    nullable: false,
  }));
  return { table, mark: 'none', link: null, rows, omitted: 0 };
}

function edge(child: string, column: string, parent: string): DiagramEdge {
  return {
    from: { table: child, columns: [column] },
    to: { table: parent, columns: ['id'] },
    single: false,
    optional: false,
    mark: 'none',
  };
}

function diagram(boxes: readonly DiagramBox[], edges: readonly DiagramEdge[]): Diagram {
  return { id: 'd', caption: 'c', alt: 'a', boxes, edges };
}

const SHOP = diagram(
  [
    box('line_items', ['id', 'order_id', 'product_id']),
    box('orders', ['id', 'user_id']),
    box('products', ['id']),
    box('users', ['id', 'referrer_id']),
    box('settings', ['id']),
  ],
  [
    edge('line_items', 'order_id', 'orders'),
    edge('line_items', 'product_id', 'products'),
    edge('orders', 'user_id', 'users'),
    edge('users', 'referrer_id', 'users'),
  ],
);

function find(boxes: readonly PlacedBox[], table: string): PlacedBox {
  const found = boxes.find((placed) => placed.box.table === table);
  if (found === undefined) throw new Error(`no box ${table}`);
  return found;
}

function overlap(a: PlacedBox, b: PlacedBox): boolean {
  const across = a.x < b.x + b.width && b.x < a.x + a.width;
  return across && a.y < b.y + b.height && b.y < a.y + a.height;
}

test('every box has a place of its own inside the diagram', async () => {
  const { width, height, boxes } = await layoutDiagram(SHOP, measure, ROOM);
  expect(boxes.map((placed) => placed.box.table)).toEqual(SHOP.boxes.map(({ table }) => table));
  for (const [index, one] of boxes.entries()) {
    expect(one.x).toBeGreaterThanOrEqual(0);
    expect(one.x + one.width).toBeLessThanOrEqual(width);
    expect(one.y + one.height).toBeLessThanOrEqual(height);
    for (const other of boxes.slice(index + 1)) expect(overlap(one, other)).toBe(false);
  }
});

test('an edge leads from the parent key to the row of the child key, in level and upright pieces', async () => {
  const { boxes, edges } = await layoutDiagram(SHOP, measure, ROOM);
  const [first] = edges;
  const orders = find(boxes, 'orders');
  const items = find(boxes, 'line_items');
  expect(first?.points[0]).toEqual({ x: orders.x + orders.width, y: orders.y + rowCenter(0) });
  expect(first?.points.at(-1)).toEqual({ x: items.x, y: items.y + rowCenter(1) });
  for (const { points } of edges) {
    for (const [index, point] of points.slice(1).entries()) {
      const before = points[index];
      expect(point.x === before?.x || point.y === before?.y).toBe(true);
    }
  }
});

test('parents stand left of their children', async () => {
  const { boxes } = await layoutDiagram(SHOP, measure, ROOM);
  expect(find(boxes, 'users').x).toBeLessThan(find(boxes, 'orders').x);
  expect(find(boxes, 'orders').x).toBeLessThan(find(boxes, 'line_items').x);
});

test('what is too wide for the room is laid out downwards when that fits better', async () => {
  const type = 'timestamp(6) without time zone';
  const chain = diagram(
    [box('a', ['id'], type), box('b', ['id', 'a_id'], type), box('c', ['id', 'b_id'], type)],
    [edge('b', 'a_id', 'a'), edge('c', 'b_id', 'b')],
  );
  const layout = await layoutDiagram(chain, measure, { ...ROOM, width: 250 });
  expect(scaleInto({ ...ROOM, width: 250 }, layout)).toBeGreaterThan(0.74);
  expect(find(layout.boxes, 'a').y).toBeLessThan(find(layout.boxes, 'c').y);
});

test('an edge to a table without a box is left out', async () => {
  const layout = await layoutDiagram(
    diagram([box('orders', ['id', 'user_id'])], [edge('orders', 'user_id', 'users')]),
    measure,
    ROOM,
  );
  expect(layout.edges).toEqual([]);
  expect(layout.boxes[0]?.height).toBe(
    METRICS.titleHeight + 2 * METRICS.rowHeight + METRICS.bottom,
  );
});

test('the same diagram is laid out the same, also beside others', async () => {
  const alone = await layoutDiagram(SHOP, measure, ROOM);
  const together = await Promise.all([1, 2, 3].map(() => layoutDiagram(SHOP, measure, ROOM)));
  for (const layout of together) expect(layout).toEqual(alone);
});
