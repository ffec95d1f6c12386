import type { TableBlock } from '../../../report/types.ts';
import { drawCaption, prepareCaption } from '../block/caption.ts';
import type { Canvas, PreparedBlock } from '../canvas.ts';
import { artifact, openTag, type Tag, within } from '../tags.ts';
import { drawLines, drawLinesBare } from '../text/draw.ts';
import { heightOf } from '../text/lines.ts';
import { wrap } from '../text/wrap.ts';
import { COLOR, SIZE, SPACE } from '../theme.ts';
import { CELL } from './columns.ts';
import { type MeasuredRow, type MeasuredTable, measureTable } from './measure.ts';
import { drawRow } from './row.ts';

/**
 * A table with its header on every page. Rows are kept whole; one that is taller than a page is
 * split between lines.
 */
export function prepareTable(block: TableBlock, canvas: Canvas): PreparedBlock {
  if (block.rows.length === 0) return prepareEmpty(block, canvas);
  const table = measureTable(block, canvas);
  const caption = prepareCaption(block.caption, canvas);
  const captionHeight = caption.length > 0 ? heightOf(caption) + 2.5 : 0;
  const firstRow = Math.min(table.rows[0]?.height ?? 0, canvas.flow.pageRoom / 3);
  const lead = captionHeight + table.header.height + firstRow;
  return {
    lead,
    shape: null,
    draw(parent) {
      canvas.flow.ensure(lead);
      const tag = openTag(canvas.doc, parent, 'Table');
      drawCaption(caption, canvas, tag, 'Caption');
      within(canvas.doc, tag, 'THead', (head) => drawHeader(table, canvas, head));
      within(canvas.doc, tag, 'TBody', (body) => {
        for (const row of table.rows) drawBodyRow(row, table, canvas, body);
      });
      tag.end();
      canvas.flow.y += SPACE.block;
    },
  };
}

/** The sentence that the report has for a table without rows. */
function prepareEmpty(block: TableBlock, canvas: Canvas): PreparedBlock {
  const look = { face: 'text', size: SIZE.body, color: COLOR.muted, link: null } as const;
  const lines = wrap(
    [{ ...look, text: block.whenEmpty }],
    canvas.flow.width,
    SIZE.body,
    canvas.type,
  );
  return {
    lead: heightOf(lines),
    shape: null,
    draw(parent) {
      const { flow } = canvas;
      flow.ensure(heightOf(lines));
      const column = { x: flow.left, y: flow.y, width: flow.width, align: 'left' } as const;
      within(canvas.doc, parent, 'P', (tag) => drawLines(lines, column, canvas, tag));
      flow.y += heightOf(lines) + SPACE.paragraph;
    },
  };
}

function drawBodyRow(row: MeasuredRow, table: MeasuredTable, canvas: Canvas, body: Tag): void {
  const { flow } = canvas;
  const fitsOnPage = row.height <= flow.pageRoom - table.header.height;
  const least = fitsOnPage ? row.height : SIZE.table * 8;
  const turnPage = () => {
    flow.startPage();
    repeatHeader(table, canvas);
  };
  if (least > flow.room) turnPage();
  if (row.anchor !== null) {
    canvas.doc.addNamedDestination(row.anchor, 'XYZ', null, flow.y - 12, null);
  }
  drawRow(row, table, canvas, body, turnPage);
}

function drawHeader(table: MeasuredTable, canvas: Canvas, head: Tag): void {
  const { doc, flow } = canvas;
  artifact(doc, () => drawHeaderGround(table, canvas));
  within(doc, head, 'TR', (tr) => {
    for (const [index, lines] of table.header.cells.entries()) {
      const column = columnOf(table, index, canvas);
      within(doc, tr, 'TH', (tag) => drawLines(lines, column, canvas, tag), { scope: 'Column' });
    }
  });
  flow.y += table.header.height;
}

/** On later pages the header only helps the eye: the structure has it once. */
function repeatHeader(table: MeasuredTable, canvas: Canvas): void {
  artifact(
    canvas.doc,
    () => {
      drawHeaderGround(table, canvas);
      for (const [index, lines] of table.header.cells.entries()) {
        drawLinesBare(lines, columnOf(table, index, canvas), canvas);
      }
    },
    'Pagination',
  );
  canvas.flow.y += table.header.height;
}

function columnOf(table: MeasuredTable, index: number, { flow }: Canvas) {
  const place = table.columns[index];
  return {
    x: flow.left + (place?.x ?? 0) + CELL.x,
    y: flow.y + CELL.y,
    width: (place?.width ?? 0) - 2 * CELL.x,
    align: place?.align ?? 'left',
  };
}

function drawHeaderGround(table: MeasuredTable, { doc, flow }: Canvas): void {
  const { height } = table.header;
  doc.rect(flow.left, flow.y, flow.width, height).fill(COLOR.headGround);
  doc.lineWidth(0.9).strokeColor(COLOR.strongRule);
  doc
    .moveTo(flow.left, flow.y + height)
    .lineTo(flow.left + flow.width, flow.y + height)
    .stroke();
}
