import { MARKS } from '../../../report/types.ts';
import { linesThatFit } from '../block/prose.ts';
import type { Canvas } from '../canvas.ts';
import { artifact, openTag, type Tag } from '../tags.ts';
import { drawLines } from '../text/draw.ts';
import { heightOf, type Line } from '../text/lines.ts';
import { COLOR, MARK_LOOK, SIZE } from '../theme.ts';
import { CELL } from './columns.ts';
import type { MeasuredRow, MeasuredTable } from './measure.ts';

/** Width of the bar at the left of a marked row. */
const BAR = 3;

/**
 * Draws a row; when it is taller than the page, as much as fits, and the rest on the next ones.
 *
 * @param turnPage - starts a page with the table's header.
 */
export function drawRow(
  row: MeasuredRow,
  table: MeasuredTable,
  canvas: Canvas,
  body: Tag,
  turnPage: () => void,
): void {
  const { doc, flow } = canvas;
  const tr = openTag(doc, body, 'TR');
  const cells = row.cells.map(() => openTag(doc, tr, 'TD'));
  let rest = row.cells;
  let first = true;
  for (;;) {
    const parts = rest.map((lines) => takeLines(lines, flow.room - 2 * CELL.y));
    const height = heightOfParts(parts);
    drawGround(row, height, first, canvas);
    if (first) drawSymbol(row, canvas, cells[0]);
    drawParts(parts, table, canvas, cells);
    flow.y += height;
    rest = rest.map((lines, index) => lines.slice(parts[index]?.length ?? 0));
    if (rest.every((lines) => lines.length === 0)) break;
    first = false;
    turnPage();
  }
  for (const cell of cells) cell.end();
  tr.end();
}

/** What fits of a cell; at least one line, so that a row always gets on. */
function takeLines(lines: readonly Line[], room: number): readonly Line[] {
  return lines.slice(0, Math.max(1, linesThatFit(lines, room)));
}

function heightOfParts(parts: readonly (readonly Line[])[]): number {
  let height: number = SIZE.table;
  for (const lines of parts) height = Math.max(height, heightOf(lines));
  return height + 2 * CELL.y;
}

function drawParts(
  parts: readonly (readonly Line[])[],
  table: MeasuredTable,
  canvas: Canvas,
  cells: readonly Tag[],
): void {
  const { flow } = canvas;
  for (const [index, lines] of parts.entries()) {
    const place = table.columns[index];
    const cell = cells[index];
    if (place === undefined || cell === undefined) continue;
    const column = {
      x: flow.left + place.x + CELL.x,
      y: flow.y + CELL.y,
      width: place.width - 2 * CELL.x,
      align: place.align,
    };
    drawLines(lines, column, canvas, cell);
  }
}

/** Tint and bar of a marked row, and the hairline below every row. */
function drawGround(row: MeasuredRow, height: number, first: boolean, canvas: Canvas): void {
  const { doc, flow } = canvas;
  const bottom = flow.y + height;
  artifact(doc, () => {
    if (row.mark !== 'none') {
      const look = MARK_LOOK[row.mark];
      doc.rect(flow.left, flow.y, flow.width, height).fill(look.tint);
      doc.rect(flow.left, flow.y + (first ? 0.6 : 0), BAR, height - 0.6).fill(look.bar);
    }
    doc.lineWidth(0.4).strokeColor(COLOR.rule);
    doc
      .moveTo(flow.left, bottom)
      .lineTo(flow.left + flow.width, bottom)
      .stroke();
  });
}

/** The mark's symbol beside the bar; read out as its word, at the start of the first cell. */
function drawSymbol(row: MeasuredRow, canvas: Canvas, cell: Tag | undefined): void {
  if (row.mark === 'none' || cell === undefined) return;
  const { doc, flow, type } = canvas;
  const { symbol, word } = MARKS[row.mark];
  const look = { face: 'strong', size: SIZE.table, color: MARK_LOOK[row.mark].bar } as const;
  const x = flow.left + BAR + 2 + (8 - type.width(symbol, look.face, look.size)) / 2;
  const y = flow.y + CELL.y;
  cell.add(() => {
    doc.markContent('Span', { actual: `${word} ` });
    type.draw(symbol, x, y + SIZE.table * 1.07, look);
    doc.endMarkedContent();
  });
}
