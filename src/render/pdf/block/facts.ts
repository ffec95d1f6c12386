import type { Fact } from '../../../report/types.ts';
import { type Canvas, groundOf, type PreparedBlock } from '../canvas.ts';
import { type Tag, within } from '../tags.ts';
import { drawLines, drawRule } from '../text/draw.ts';
import { heightOf, type Line } from '../text/lines.ts';
import { passagesOf } from '../text/passages.ts';
import { wrap, wrapPassages } from '../text/wrap.ts';
import { COLOR, SIZE, SPACE } from '../theme.ts';
import { linesThatFit } from './prose.ts';

/** Space above and below a row's text. */
const PAD = 3.2;
/** Between label and value. */
const GAP = 14;
const LABEL_SIZE = SIZE.body * 0.94;

interface FactRow {
  readonly label: readonly Line[];
  readonly value: readonly Line[];
  /** Of the taller of the two. */
  readonly height: number;
}

/** Labels at the left, values beside them, a hairline between; a table with row headers. */
export function prepareFacts(
  { facts }: { readonly facts: readonly Fact[] },
  canvas: Canvas,
): PreparedBlock {
  const { doc, flow } = canvas;
  const labelWidth = widthOfLabels(facts, canvas);
  const rows = facts.map((fact) => measureRow(fact, labelWidth, canvas));
  return {
    lead: Math.min(rows[0]?.height ?? 0, flow.pageRoom / 2) + 2 * PAD,
    shape: null,
    draw(parent) {
      within(doc, parent, 'Table', (table) => {
        within(doc, table, 'TBody', (body) => {
          for (const row of rows) drawRow(row, labelWidth, canvas, body);
        });
      });
      flow.y += SPACE.block;
    },
  };
}

/** As wide as the widest label, between a fifth and a third of the page. */
function widthOfLabels(facts: readonly Fact[], { flow, type }: Canvas): number {
  let widest = 0;
  for (const { label } of facts) {
    widest = Math.max(widest, type.widthOfAny(label, 'strong', LABEL_SIZE));
  }
  return Math.min(Math.max(widest, Math.min(flow.width, 480) * 0.2), flow.width / 3);
}

function measureRow(fact: Fact, labelWidth: number, canvas: Canvas): FactRow {
  const { flow, type } = canvas;
  const look = { face: 'strong', size: LABEL_SIZE, color: COLOR.muted, link: null } as const;
  // A hair more than the label: sums of widths are rounded.
  const label = wrap([{ ...look, text: fact.label }], labelWidth + 0.5, SIZE.body, type);
  const passages = passagesOf(fact.value, groundOf(canvas, SIZE.body, COLOR.ink));
  const value = wrapPassages(passages, flow.width - labelWidth - GAP, SIZE.body, type);
  return { label, value, height: Math.max(heightOf(label), heightOf(value)) };
}

function drawRow(row: FactRow, labelWidth: number, canvas: Canvas, body: Tag): void {
  const { doc, flow } = canvas;
  flow.ensure(Math.min(row.height, flow.pageRoom / 3) + 2 * PAD);
  within(doc, body, 'TR', (tr) => {
    const label = { x: flow.left, y: flow.y + PAD, width: labelWidth, align: 'left' } as const;
    within(doc, tr, 'TH', (tag) => drawLines(row.label, label, canvas, tag), { scope: 'Row' });
    within(doc, tr, 'TD', (tag) => flowValue(row, labelWidth + GAP, canvas, tag));
  });
  drawRule(canvas, { x: flow.left, y: flow.y, width: flow.width }, COLOR.rule, 0.4);
}

/** A value may run over a page's end; its label stays on the first page. */
function flowValue(row: FactRow, indent: number, canvas: Canvas, tag: Tag): void {
  const { flow } = canvas;
  let rest = row.value;
  let least = heightOf(row.label);
  do {
    const part = rest.slice(0, Math.max(1, linesThatFit(rest, flow.room - 2 * PAD)));
    const column = { x: flow.left + indent, y: flow.y + PAD, width: flow.width - indent };
    drawLines(part, { ...column, align: 'left' }, canvas, tag);
    flow.y += Math.max(heightOf(part), least) + 2 * PAD;
    rest = rest.slice(part.length);
    least = 0;
    if (rest.length > 0) flow.startPage();
  } while (rest.length > 0);
}
