import type { ReportBlock } from '../../../report/types.ts';
import type { Canvas, PreparedBlock } from '../canvas.ts';
import { type Tag, within } from '../tags.ts';
import { drawLines, fillArea } from '../text/draw.ts';
import { heightOf, type Line, type TextLine } from '../text/lines.ts';
import { wrap } from '../text/wrap.ts';
import { COLOR, LEADING, SIZE, SPACE } from '../theme.ts';
import { drawCaption, prepareCaption } from './caption.ts';
import { highlight } from './highlight.ts';
import { linesThatFit } from './prose.ts';

type Code = ReportBlock & { readonly kind: 'code' };

const PAD = { x: 8, y: 6 } as const;

/** Code on a soft ground, over as many pages as it needs; wrapped lines are indented. */
export function prepareCode(block: Code, canvas: Canvas): PreparedBlock {
  const lines = codeLines(block, canvas.flow.width - 2 * PAD.x, canvas);
  const caption = prepareCaption(block.caption, canvas);
  return {
    lead: heightOf(caption) + 2 * PAD.y + heightOf(lines.slice(0, 3)),
    shape: null,
    draw(parent) {
      canvas.flow.ensure(wholeOrStart(caption, lines, canvas));
      drawCaption(caption, canvas, parent);
      within(canvas.doc, parent, 'P', (p) => {
        within(canvas.doc, p, 'Code', (tag) => flowCode(lines, canvas, tag));
      });
      canvas.flow.y += SPACE.block;
    },
  };
}

/** A block of up to a third of a page is kept whole; a longer one starts with four lines. */
function wholeOrStart(caption: readonly Line[], lines: readonly Line[], canvas: Canvas): number {
  const whole = heightOf(caption) + heightOf(lines) + 2 * PAD.y;
  if (whole <= canvas.flow.pageRoom / 3) return whole;
  return heightOf(caption) + heightOf(lines.slice(0, 4)) + 2 * PAD.y;
}

function codeLines(block: Code, width: number, canvas: Canvas): readonly TextLine[] {
  const source = block.text.replace(/\s+$/, '').split(/\r?\n/);
  return source.flatMap((line) => {
    const hanging = indentOf(line, canvas) + 12;
    const runs = highlight(line, block.language).map((token) => ({
      ...token,
      size: SIZE.code,
      link: null,
    }));
    const wrapped = wrap(runs, width, SIZE.code, canvas.type, Math.min(hanging, width / 2));
    return wrapped.length > 0 ? wrapped : [emptyLine()];
  });
}

function indentOf(line: string, canvas: Canvas): number {
  const blanks = /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ') ?? '';
  return canvas.type.width(' ', 'mono', SIZE.code) * blanks.length;
}

function emptyLine(): TextLine {
  const height = SIZE.code * LEADING;
  return { kind: 'text', fragments: [], width: 0, height, baseline: SIZE.code };
}

function flowCode(lines: readonly Line[], canvas: Canvas, tag: Tag): void {
  const { flow } = canvas;
  let rest = lines;
  while (rest.length > 0) {
    const count = linesThatFit(rest, flow.room - 2 * PAD.y);
    if (count < Math.min(2, rest.length) && !flow.atTop) {
      flow.startPage();
      continue;
    }
    const part = rest.slice(0, Math.max(1, count));
    const height = heightOf(part) + 2 * PAD.y;
    fillArea(canvas, { x: flow.left, y: flow.y, width: flow.width, height }, COLOR.ground);
    const column = { x: flow.left + PAD.x, y: flow.y + PAD.y, width: flow.width - 2 * PAD.x };
    drawLines(part, { ...column, align: 'left' }, canvas, tag);
    flow.y += height;
    rest = rest.slice(part.length);
  }
}
