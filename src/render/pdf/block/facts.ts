import type { Fact } from '../../../report/types.ts';
import { type Canvas, groundOf, type PreparedBlock } from '../canvas.ts';
import { type Tag, within } from '../tags.ts';
import { drawLines, drawRule } from '../text/draw.ts';
import { heightOf, type Line } from '../text/lines.ts';
import { passagesOf } from '../text/passages.ts';
import { wrap, wrapPassages } from '../text/wrap.ts';
import { COLOR, SIZE, SPACE } from '../theme.ts';
import { linesThatFit } from './prose.ts';

const PAD = 3.2;
const GAP = 14;

/** Labels at the left, values beside them, a hairline between; a table with row headers. */
export function prepareFacts(
  { facts }: { readonly facts: readonly Fact[] },
  canvas: Canvas,
  size: number = SIZE.body,
): PreparedBlock {
  const { flow, type } = canvas;
  const labelWidth = widthOfLabels(facts, size, canvas);
  const valueX = labelWidth + GAP;
  const rows = facts.map((fact) => ({
    label: wrap([labelRun(fact.label, size)], labelWidth + 0.5, size, type),
    value: wrapPassages(
      passagesOf(fact.value, groundOf(canvas, size, COLOR.ink)),
      flow.width - valueX,
      size,
      type,
    ),
  }));
  const heights = rows.map(({ label, value }) => Math.max(heightOf(label), heightOf(value)));
  return {
    lead: Math.min(heights[0] ?? 0, flow.pageRoom / 2) + 2 * PAD,
    shape: null,
    draw(parent) {
      within(canvas.doc, parent, 'Table', (table) => {
        within(canvas.doc, table, 'TBody', (body) => {
          for (const [index, row] of rows.entries()) drawRow(row, heights[index] ?? 0, body);
        });
      });
      flow.y += SPACE.block;
    },
  };

  function drawRow(
    row: { readonly label: readonly Line[]; readonly value: readonly Line[] },
    height: number,
    body: Tag,
  ): void {
    flow.ensure(Math.min(height, flow.pageRoom / 3) + 2 * PAD);
    within(canvas.doc, body, 'TR', (tr) => {
      const label = { x: flow.left, y: flow.y + PAD, width: labelWidth, align: 'left' } as const;
      within(canvas.doc, tr, 'TH', (tag) => drawLines(row.label, label, canvas, tag), {
        scope: 'Row',
      });
      within(canvas.doc, tr, 'TD', (tag) => drawValue(row, tag));
    });
    drawRule(canvas, { x: flow.left, y: flow.y, width: flow.width }, COLOR.rule, 0.4);
  }

  function drawValue(
    row: { readonly label: readonly Line[]; readonly value: readonly Line[] },
    tag: Tag,
  ): void {
    let rest = row.value;
    let least = heightOf(row.label);
    do {
      const part = rest.slice(0, Math.max(1, linesThatFit(rest, flow.room - 2 * PAD)));
      const column = { x: flow.left + valueX, y: flow.y + PAD, width: flow.width - valueX };
      drawLines(part, { ...column, align: 'left' }, canvas, tag);
      flow.y += Math.max(heightOf(part), least) + 2 * PAD;
      rest = rest.slice(part.length);
      least = 0;
      if (rest.length > 0) flow.startPage();
    } while (rest.length > 0);
  }
}

function labelRun(text: string, size: number) {
  return { text, face: 'strong', size: size * 0.94, color: COLOR.muted, link: null } as const;
}

/** As wide as the widest label, within a fifth and a third of the page. */
function widthOfLabels(facts: readonly Fact[], size: number, canvas: Canvas): number {
  let widest = 0;
  for (const { label } of facts) {
    widest = Math.max(widest, canvas.type.widthOfAny(label, 'strong', size * 0.94));
  }
  const { width } = canvas.flow;
  return Math.min(Math.max(widest, Math.min(width, 480) * 0.2), width / 3);
}
