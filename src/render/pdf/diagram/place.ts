import { METRICS } from '../../diagram/box.ts';
import { type Room, scaleInto } from '../../diagram/layout.ts';
import type { DiagramLayout } from '../../diagram/types.ts';
import { bodyOf, type PageShape, pageShape } from '../flow.ts';

/** Text in a diagram is never smaller than this, in points. */
const SMALLEST_TEXT = 5.5;

/** The smallest scale at which a diagram can still be read. */
const SMALLEST_SCALE = SMALLEST_TEXT / METRICS.keySize;

/**
 * The smallest scale on the largest paper: a picture in one piece, which a screen enlarges, says
 * more than the same in pieces.
 */
const SMALLEST_WHOLE = SMALLEST_SCALE * 0.75;

/** Where a diagram goes: in the text's pages, on a page of its own shape, or over several. */
export type Placement =
  | { readonly kind: 'inline'; readonly scale: number }
  | { readonly kind: 'ownPage'; readonly scale: number; readonly shape: PageShape }
  | {
      readonly kind: 'tiles';
      readonly scale: number;
      readonly shape: PageShape;
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
  const largest = pageShape('A3', 'landscape');
  const scale = scaleInto(roomOf(largest, captionHeight), layout);
  if (scale >= SMALLEST_WHOLE) return { kind: 'ownPage', scale, shape: largest };
  return { kind: 'tiles', scale: SMALLEST_SCALE, shape: largest };
}

/** The scale at which an inline diagram fits the rest of a page; null when it could not be read. */
export function scaleForRest(layout: DiagramLayout, scale: number, height: number): number | null {
  const fitting = Math.min(scale, height / layout.height);
  return fitting >= SMALLEST_SCALE ? fitting : null;
}

/** Kept for a heading above a diagram that has a page for itself. */
export const HEADING_ROOM = 42;

/** Kept for a caption of a line. */
export const CAPTION_ROOM = 20;

/** What a diagram may take of a page. */
export function roomOf(shape: PageShape, captionHeight: number): PageShape {
  const { width, height } = bodyOf(shape);
  return { width, height: height - captionHeight - HEADING_ROOM };
}

/** What a diagram should be laid out for: an upright page, with a caption of a line. */
export function diagramRoom(shape: PageShape): Room {
  return { ...roomOf(shape, CAPTION_ROOM), smallestScale: SMALLEST_SCALE };
}
