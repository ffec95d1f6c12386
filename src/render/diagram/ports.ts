import type { ElkPort } from 'elkjs/lib/elk.bundled.js';
import type { DiagramBox, DiagramEdge } from '../../report/types.ts';
import { type BoxSize, METRICS, rowCenter } from './box.ts';

/** Where children stand from their parents. */
export type Direction = 'RIGHT' | 'DOWN';

/** Sideways an edge ends at its key's row; downwards anywhere on the box's edge. */
export function portConstraints(direction: Direction): 'FIXED_POS' | 'FIXED_SIDE' {
  return direction === 'RIGHT' ? 'FIXED_POS' : 'FIXED_SIDE';
}

/** The places on a box where an edge ends: none, one, or two when the table refers to itself. */
export function portsOf(
  box: DiagramBox,
  edge: DiagramEdge,
  number: number,
  direction: Direction,
  sizes: ReadonlyMap<string, BoxSize>,
): ElkPort[] {
  const width = sizes.get(box.table)?.width ?? 0;
  const ports: ElkPort[] = [];
  if (edge.to.table === box.table) {
    const y = portHeight(box, edge.to.columns);
    const side = direction === 'RIGHT' ? 'EAST' : 'SOUTH';
    ports.push(port(`parent${number}`, side, width, y));
  }
  if (edge.from.table === box.table) {
    const y = portHeight(box, edge.from.columns);
    ports.push(port(`child${number}`, direction === 'RIGHT' ? 'WEST' : 'NORTH', 0, y));
  }
  return ports;
}

function port(
  id: string,
  side: 'EAST' | 'WEST' | 'NORTH' | 'SOUTH',
  x: number,
  y: number,
): ElkPort {
  return { id, x, y, width: 0, height: 0, layoutOptions: { 'elk.port.side': side } };
}

/** At the first of the key's columns that the box shows; at the title when it shows none. */
function portHeight(box: DiagramBox, columns: readonly string[]): number {
  const index = box.rows.findIndex((row) => columns.includes(row.name));
  return index === -1 ? METRICS.titleHeight / 2 : rowCenter(index);
}
