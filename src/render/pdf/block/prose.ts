import type { Inline } from '../../../report/types.ts';
import { type Canvas, groundOf, type PreparedBlock } from '../canvas.ts';
import { type Tag, within } from '../tags.ts';
import { drawLines } from '../text/draw.ts';
import { heightOf, type Line } from '../text/lines.ts';
import { passagesOf } from '../text/passages.ts';
import { wrapPassages } from '../text/wrap.ts';
import { COLOR, SIZE, SPACE } from '../theme.ts';

/** A paragraph; it may run over a page's end, but not with a single line. */
export function prepareParagraph(
  { content }: { readonly content: readonly Inline[] },
  canvas: Canvas,
): PreparedBlock {
  const lines = wrapInline(content, canvas.flow.width, canvas);
  return {
    lead: heightOf(lines.slice(0, 2)),
    shape: null,
    draw(parent) {
      within(canvas.doc, parent, 'P', (tag) => flowLines(lines, 0, canvas, tag));
      canvas.flow.y += SPACE.paragraph;
    },
  };
}

/** Inline content at body size, in lines of that width. */
export function wrapInline(
  content: readonly Inline[],
  width: number,
  canvas: Canvas,
): readonly Line[] {
  const passages = passagesOf(content, groundOf(canvas, SIZE.body, COLOR.ink));
  return wrapPassages(passages, width, SIZE.body, canvas.type);
}

/**
 * Draws lines from the flow's place on, over as many pages as they need.
 *
 * @param indent - from the page's left edge of content.
 */
function flowLines(lines: readonly Line[], indent: number, canvas: Canvas, tag: Tag): void {
  const { flow } = canvas;
  let rest = lines;
  while (rest.length > 0) {
    const count = linesThatFit(rest, flow.room);
    if (count < Math.min(2, rest.length) && !flow.atTop) {
      flow.startPage();
      continue;
    }
    const taken = rest.slice(0, Math.max(1, count));
    const column = { x: flow.left + indent, y: flow.y, width: flow.width - indent };
    drawLines(taken, { ...column, align: 'left' }, canvas, tag);
    flow.y += heightOf(taken);
    rest = rest.slice(taken.length);
  }
}

/** How many of the first lines fit; never such that a single line is left over. */
export function linesThatFit(lines: readonly Line[], room: number): number {
  let height = 0;
  let count = 0;
  for (const line of lines) {
    height += line.height;
    if (height > room + 0.01) break;
    count += 1;
  }
  return lines.length - count === 1 && count > 2 ? count - 1 : count;
}

/** A bulleted or numbered list. */
export function prepareList(
  { ordered, items }: { readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] },
  canvas: Canvas,
): PreparedBlock {
  const labels = items.map((_, index) => (ordered ? `${index + 1}.` : '•'));
  const look = { face: 'text', size: SIZE.body, color: COLOR.muted } as const;
  const widths = labels.map((label) => canvas.type.width(label, look.face, look.size));
  const indent = Math.max(SPACE.listIndent, ...widths.map((width) => width + 6));
  const bodies = items.map((item) => wrapInline(item, canvas.flow.width - indent, canvas));
  return {
    lead: heightOf(bodies[0]?.slice(0, 2) ?? []),
    shape: null,
    draw(parent) {
      within(canvas.doc, parent, 'L', (list) => {
        for (const [index, body] of bodies.entries()) {
          drawItem(labels[index] ?? '', body, list);
        }
      });
      canvas.flow.y += SPACE.paragraph;
    },
  };

  function drawItem(label: string, body: readonly Line[], list: Tag): void {
    const { doc, flow, type } = canvas;
    flow.ensure(heightOf(body.slice(0, 2)));
    const first = body[0];
    const baseline = flow.y + (first?.kind === 'text' ? first.baseline : SIZE.body);
    const x = flow.left + indent - type.width(label, look.face, look.size) - 5;
    within(doc, list, 'LI', (item) => {
      within(doc, item, 'Lbl', (tag) => tag.add(() => type.draw(label, x, baseline, look)));
      within(doc, item, 'LBody', (tag) => flowLines(body, indent, canvas, tag));
    });
    flow.y += 2;
  }
}
