import type { Draw } from '../draw.ts';

/** Few, so that they meet often; some need quotes. */
const TABLES = ['t', 'u', 'orders', 'Order Items', 'select', 'größen'] as const;
const COLUMNS = ['a', 'b', 'c', 'id', 'kind', 'order', 'Mixed Case', 'user_id'] as const;
const PARTS = ['x', 'y', 'by_a', 'Mixed'] as const;

export function tableName(draw: Draw): string {
  return draw.of([...TABLES]);
}

export function columnName(draw: Draw): string {
  return draw.of([...COLUMNS]);
}

export function partName(draw: Draw): string {
  return draw.of([...PARTS]);
}

/** Bare where it can be, and quoted in one of SQLite's ways. */
export function sqlName(name: string, draw: Draw): string {
  const isBare = /^[a-zß-ÿ_]\w*$/u.test(name) && !['select', 'order'].includes(name);
  if (isBare && !draw.once(3)) return draw.once(12) ? name.toUpperCase() : name;
  const form = draw.below(4);
  if (form === 1) return `\`${name}\``;
  return form === 2 ? `[${name}]` : `"${name}"`;
}
