import { METRICS } from '../../diagram/box.ts';
import { type Room, scaleInto } from '../../diagram/layout.ts';
import type { DiagramLayout } from '../../diagram/types.ts';
import { bodyOf, type PageShape, pageShape } from '../flow.ts';

/** Text in a diagram is never smaller than this, in points. */
const SMALLEST_TEXT = 5.5;

/** The smallest scale at which a diagram can still be read. */
export const SMALLEST_SCALE = SMALLEST_TEXT / METRICS.keySize;

/** Where a diagram goes: in the text's pages, on a page of its own shape, or over several. */
export type Placement =
  | { readonly kind: 'inline'; readonly scale: number }
  | { readonly kind: 'ownPage'; readonly scale: number; readonly shape: PageShape }
  | {
      readonly kind: 'tiles';
      readonly scale: number;
      readonly shape: PageShape;
      readonly columns: number;
      readonly rows: number;
    };

/**
 * Finds the smallest paper on which the diagram can be read: the text's own page, the same size on
 * its side, A3, and as the last resort several A3 pages.
 *
 * @param captionHeight - what the caption takes from a page.
 */
export function placeDiagram(
  layout: DiagramLayout,
  current: PageShape,
  pageSize: 'A4' | 'Letter',
  captionHeight: number,
): Placement {
  const inline = scaleInto(roomOf(current, captionHeight), layout);
  if (inline >= SMALLEST_SCALE) return { kind: 'inline', scale: inline };
  const shapes = [
    pageShape(pageSize, 'portrait'),
    pageShape(pageSize, 'landscape'),
    pageShape('A3', 'portrait'),
    pageShape('A3', 'landscape'),
  ];
  for (const shape of shapes) {
    const scale = scaleInto(roomOf(shape, captionHeight), layout);
    if (scale >= SMALLEST_SCALE) return { kind: 'ownPage', scale, shape };
  }
  return tiles(layout, captionHeight);
}

function roomOf(shape: PageShape, captionHeight: number): PageShape {
  const { width, height } = bodyOf(shape);
  return { width, height: height - captionHeight };
}

/** What a diagram should be laid out for: an upright page, with a caption of a line. */
export function diagramRoom(shape: PageShape): Room {
  return { ...roomOf(shape, 20), smallestScale: SMALLEST_SCALE };
}

/** Neighbouring tiles share a strip, so that a box that is cut on one stands whole on the other. */
export const OVERLAP = 40;

function tiles(layout: DiagramLayout, captionHeight: number): Placement {
  const shape = pageShape('A3', 'landscape');
  const body = bodyOf(shape);
  const scale = SMALLEST_SCALE;
  return {
    kind: 'tiles',
    scale,
    shape,
    columns: tileCount(layout.width * scale, body.width),
    rows: tileCount(layout.height * scale, body.height - captionHeight),
  };
}

function tileCount(size: number, tile: number): number {
  return size <= tile ? 1 : Math.ceil((size - OVERLAP) / (tile - OVERLAP));
}
