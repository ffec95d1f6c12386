import type { DiagramLayout } from '../../diagram/types.ts';
import type { PageShape } from '../flow.ts';
import type { Area } from '../text/draw.ts';
import { CAPTION_ROOM, roomOf } from './place.ts';

/** The part of a diagram that one of several pages shows. */
export interface Tile {
  /** From 0, as is `column`. */
  readonly row: number;
  readonly column: number;
  /** In the diagram's own points. */
  readonly area: Area;
}

/** Neighbouring tiles share a strip of so many points on paper: what one cuts, the other shows. */
const OVERLAP = 40;

/** Cuts a diagram into the parts that fit a page, row by row, without those that show nothing. */
export function tilesOf(
  layout: DiagramLayout,
  { scale, shape }: { readonly scale: number; readonly shape: PageShape },
): readonly Tile[] {
  const room = roomOf(shape, CAPTION_ROOM);
  const width = room.width / scale;
  const height = room.height / scale;
  const overlap = OVERLAP / scale;
  const tiles: Tile[] = [];
  for (let row = 0; row < countOf(layout.height, height, overlap); row += 1) {
    for (let column = 0; column < countOf(layout.width, width, overlap); column += 1) {
      const area = { x: column * (width - overlap), y: row * (height - overlap), width, height };
      if (showsAnything(layout, area)) tiles.push({ row, column, area });
    }
  }
  return tiles;
}

function countOf(size: number, tile: number, overlap: number): number {
  return size <= tile ? 1 : Math.ceil((size - overlap) / (tile - overlap));
}

function showsAnything({ boxes, edges }: DiagramLayout, area: Area): boolean {
  if (boxes.some((box) => meets(box, area))) return true;
  return edges.some(({ points }) =>
    points.some((point, index) => {
      const next = points[index + 1] ?? point;
      const x = Math.min(point.x, next.x);
      const y = Math.min(point.y, next.y);
      const width = Math.abs(point.x - next.x);
      return meets({ x, y, width, height: Math.abs(point.y - next.y) }, area);
    }),
  );
}

function meets(a: Area, b: Area): boolean {
  return (
    a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height
  );
}
