import { MARKS, type Mark, type ReportSection } from '../../../report/types.ts';
import { type Canvas, groundOf, type PreparedBlock } from '../canvas.ts';
import { within } from '../tags.ts';
import { drawLines, drawRule } from '../text/draw.ts';
import { heightOf, type Run } from '../text/lines.ts';
import { runOf } from '../text/passages.ts';
import { wrap } from '../text/wrap.ts';
import { COLOR, MARK_LOOK, SIZE, SPACE } from '../theme.ts';

/** A section's heading: its title, then the mark's symbol and word. */
export function prepareHeading(section: ReportSection, canvas: Canvas): PreparedBlock {
  const size = SIZE.heading[section.level];
  const ground = groundOf(canvas, size, COLOR.accent, true);
  const title = runOf({ kind: 'text', text: section.title, style: 'plain', link: null }, ground);
  const runs = [title, ...markRuns(section.mark, size)];
  const lines = wrap(runs, canvas.flow.width, size, canvas.type);
  const height = heightOf(lines);
  const ruled = section.level === 1 ? 5 : 0;
  return {
    lead: height + ruled + SPACE.belowHeading,
    shape: null,
    draw(parent) {
      const { doc, flow } = canvas;
      const column = { x: flow.left, y: flow.y, width: flow.width, align: 'left' } as const;
      within(doc, parent, `H${section.level}`, (tag) => drawLines(lines, column, canvas, tag));
      flow.y += height;
      if (ruled > 0) {
        drawRule(canvas, { x: flow.left, y: flow.y + 2.5, width: flow.width }, COLOR.accent, 0.8);
      }
      flow.y += ruled + SPACE.belowHeading;
    },
  };
}

/** `  + added`, smaller than the title and in the mark's colour; nothing for no mark. */
function markRuns(mark: Mark, titleSize: number): readonly Run[] {
  if (mark === 'none') return [];
  const { symbol, word } = MARKS[mark];
  const look = { size: titleSize * 0.72, color: MARK_LOOK[mark].bar, link: null };
  return [
    { ...look, face: 'text', text: '  ' },
    { ...look, face: 'strong', text: `${symbol}\u00A0${word}` },
  ];
}

/** A small heading within a section; not in the contents. */
export function prepareSubheading(
  { text }: { readonly text: string },
  canvas: Canvas,
  level: number,
): PreparedBlock {
  const run: Run = {
    text,
    face: 'strong',
    size: SIZE.subheading,
    color: COLOR.ink,
    link: null,
  };
  const lines = wrap([run], canvas.flow.width, SIZE.subheading, canvas.type);
  const height = heightOf(lines);
  return {
    lead: height + 3,
    shape: null,
    draw(parent) {
      const { doc, flow } = canvas;
      const column = { x: flow.left, y: flow.y, width: flow.width, align: 'left' } as const;
      within(doc, parent, `H${level + 1}`, (tag) => drawLines(lines, column, canvas, tag));
      flow.y += height + 3;
    },
  };
}
