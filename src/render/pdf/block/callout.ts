import type { Inline, ReportBlock } from '../../../report/types.ts';
import type { Canvas, PreparedBlock } from '../canvas.ts';
import { within } from '../tags.ts';
import { drawLines, fillArea } from '../text/draw.ts';
import { heightOf, type Line } from '../text/lines.ts';
import { wrap } from '../text/wrap.ts';
import { COLOR, SIZE, SPACE, TONE_LOOK } from '../theme.ts';
import { linesThatFit, wrapInline } from './prose.ts';

type Callout = ReportBlock & { readonly kind: 'callout' };

const PAD = { x: 10, y: 7 } as const;
const BAR = 3.5;

/** A tinted box with a bar at its left. The tone's word stands before the title. */
export function prepareCallout(block: Callout, canvas: Canvas): PreparedBlock {
  const look = TONE_LOOK[block.tone];
  const width = canvas.flow.width - BAR - 2 * PAD.x;
  const title = titleLines(block, width, canvas);
  const lines = [...title, ...wrapInline(block.content, width, canvas)];
  return {
    lead: Math.min(heightOf(lines), heightOf(lines.slice(0, 3))) + 2 * PAD.y,
    shape: null,
    draw(parent) {
      within(canvas.doc, parent, 'P', (tag) => {
        let rest: readonly Line[] = lines;
        while (rest.length > 0) rest = drawPart(rest, (part) => tagPart(part, tag));
      });
      canvas.flow.y += SPACE.block;
    },
  };

  function tagPart(part: readonly Line[], tag: Parameters<typeof drawLines>[3]): void {
    const { flow } = canvas;
    const x = flow.left + BAR + PAD.x;
    drawLines(part, { x, y: flow.y + PAD.y, width, align: 'left' }, canvas, tag);
  }

  /** Draws what fits on the page, with its ground; answers the rest. */
  function drawPart(
    rest: readonly Line[],
    drawText: (part: readonly Line[]) => void,
  ): readonly Line[] {
    const { flow } = canvas;
    const whole = heightOf(rest) + 2 * PAD.y;
    flow.ensure(whole <= flow.pageRoom ? whole : 2 * PAD.y + SIZE.body * 4);
    const part = rest.slice(0, Math.max(1, linesThatFit(rest, flow.room - 2 * PAD.y)));
    const height = heightOf(part) + 2 * PAD.y;
    const area = { x: flow.left, y: flow.y, width: flow.width, height };
    fillArea(canvas, area, look.ground);
    fillArea(canvas, { ...area, width: BAR }, look.bar);
    drawText(part);
    flow.y += height;
    if (part.length < rest.length) flow.startPage();
    return rest.slice(part.length);
  }
}

function titleLines(block: Callout, width: number, canvas: Canvas): readonly Line[] {
  const look = TONE_LOOK[block.tone];
  const word: Inline['text'] = `${look.word}: `;
  const base = { face: 'strong', size: SIZE.body, link: null } as const;
  return wrap(
    [
      { ...base, text: word, color: look.bar },
      { ...base, text: block.title, color: COLOR.ink },
    ],
    width,
    SIZE.body,
    canvas.type,
  );
}
