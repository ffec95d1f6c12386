import type { Mark, TableBlock, TableColumn } from '../../../report/types.ts';
import { type Canvas, groundOf } from '../canvas.ts';
import { heightOf, type Line, type Passage } from '../text/lines.ts';
import { passagesOf } from '../text/passages.ts';
import { wrapPassages } from '../text/wrap.ts';
import { COLOR, SIZE } from '../theme.ts';
import { CELL, type ColumnPlace, needOf, placeColumns } from './columns.ts';

/** A row in lines; `cells` are in the columns' order. */
export interface MeasuredRow {
  readonly cells: readonly (readonly Line[])[];
  /** With the space above and below the text. */
  readonly height: number;
  readonly mark: Mark;
  readonly anchor: string | null;
}

export interface MeasuredTable {
  readonly columns: readonly (ColumnPlace & { readonly align: TableColumn['align'] })[];
  readonly header: MeasuredRow;
  readonly rows: readonly MeasuredRow[];
  /** Width of the column of marks at the left; 0 when no row is marked. */
  readonly gutter: number;
}

/** Room for the bar and the symbol of a marked row. */
const GUTTER = 14;

/** Breaks all cells into lines, for the width of the page in hand. */
export function measureTable(block: TableBlock, canvas: Canvas): MeasuredTable {
  const header = block.columns.map((column) => headerPassages(column, canvas));
  const rows = block.rows.map((row) =>
    row.cells.map((cell) => passagesOf(cell, groundOf(canvas, SIZE.table, COLOR.ink))),
  );
  const gutter = block.rows.some((row) => row.mark !== 'none') ? GUTTER : 0;
  const places = placeColumns(
    block,
    needsOf(header, rows, canvas),
    gutter,
    canvas.flow.width - gutter,
  );
  return {
    columns: places.map((place, index) => ({
      ...place,
      align: block.columns[index]?.align ?? 'left',
    })),
    header: { ...measureCells(header, places, canvas), mark: 'none', anchor: null },
    rows: block.rows.map(({ mark, anchor }, index) => ({
      ...measureCells(rows[index] ?? [], places, canvas),
      mark,
      anchor,
    })),
    gutter,
  };
}

function headerPassages(column: TableColumn, canvas: Canvas): readonly Passage[] {
  return passagesOf(
    [{ kind: 'text', text: column.title, style: 'plain', link: null }],
    groundOf(canvas, SIZE.table, COLOR.ink, true),
  );
}

function needsOf(
  header: readonly (readonly Passage[])[],
  rows: readonly (readonly (readonly Passage[])[])[],
  canvas: Canvas,
): readonly number[] {
  const needs = header.map((passages) => needOf(passages, canvas.type));
  for (const cells of rows) {
    for (const [index, passages] of cells.entries()) {
      needs[index] = Math.max(needs[index] ?? 0, needOf(passages, canvas.type));
    }
  }
  return needs;
}

function measureCells(
  cells: readonly (readonly Passage[])[],
  places: readonly ColumnPlace[],
  canvas: Canvas,
): Pick<MeasuredRow, 'cells' | 'height'> {
  const lines = places.map(({ width }, index) =>
    wrapPassages(cells[index] ?? [], width - 2 * CELL.x, SIZE.table, canvas.type),
  );
  let height: number = SIZE.table;
  for (const cell of lines) height = Math.max(height, heightOf(cell));
  return { cells: lines, height: height + 2 * CELL.y };
}
