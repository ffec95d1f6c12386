import type { Canvas } from '../canvas.ts';
import { type Tag, within } from '../tags.ts';
import { drawLines } from '../text/draw.ts';
import { heightOf, type Line } from '../text/lines.ts';
import { wrap } from '../text/wrap.ts';
import { COLOR, SIZE } from '../theme.ts';

/** A caption's lines, with the room below them; none for no caption. */
export function prepareCaption(caption: string | null, canvas: Canvas): readonly Line[] {
  if (caption === null) return [];
  const run = { text: caption, face: 'strong', size: SIZE.caption, color: COLOR.muted } as const;
  return wrap([{ ...run, link: null }], canvas.flow.width, SIZE.caption, canvas.type);
}

/** Space between a caption and what it names. */
const BELOW = 2.5;

/** Draws a caption above what it names. */
export function drawCaption(
  lines: readonly Line[],
  canvas: Canvas,
  parent: Tag,
  kind: 'Caption' | 'P' = 'P',
): void {
  if (lines.length === 0) return;
  const { doc, flow } = canvas;
  const column = { x: flow.left, y: flow.y, width: flow.width, align: 'left' } as const;
  within(doc, parent, kind, (tag) => drawLines(lines, column, canvas, tag));
  flow.y += heightOf(lines) + BELOW;
}
