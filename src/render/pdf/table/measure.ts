import type { CellContent, Mark, TableBlock, TableColumn } from '../../../report/types.ts';
import { type Canvas, type Ground, groundOf } from '../canvas.ts';
import { type Atom, atomsOf, extentOf } from '../text/atoms.ts';
import { type BlankLine, heightOf, type Line } from '../text/lines.ts';
import { passagesOf } from '../text/passages.ts';
import { wrapAtoms } from '../text/wrap.ts';
import { COLOR, SIZE } from '../theme.ts';
import { CELL, type ColumnExtent, type ColumnPlace, placeColumns } from './columns.ts';

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
}

/** Room for the bar and the symbol of a marked row, left of all columns. */
const GUTTER = 14;

/** A cell that is cut into words, before the widths are known. */
type Cell = readonly (readonly Atom[] | BlankLine)[];

/** Breaks all cells into lines, for the width of the page in hand. */
export function measureTable(block: TableBlock, canvas: Canvas): MeasuredTable {
  const headGround = groundOf(canvas, SIZE.table, COLOR.ink, true);
  const ground = groundOf(canvas, SIZE.table, COLOR.ink);
  const header = block.columns.map((column) => cellOf([titleOf(column)], headGround, canvas));
  const rows = block.rows.map((row) => row.cells.map((cell) => cellOf(cell, ground, canvas)));
  const gutter = block.rows.some((row) => row.mark !== 'none') ? GUTTER : 0;
  const extents = block.columns.map((_, index) =>
    columnExtent(
      [header, ...rows].map((cells) => cells[index] ?? []),
      canvas,
    ),
  );
  const places = placeColumns(block, extents, gutter, canvas.flow.width - gutter);
  return {
    columns: places.map((place, index) => ({
      ...place,
      align: block.columns[index]?.align ?? 'left',
    })),
    header: { ...breakCells(header, places, canvas), mark: 'none', anchor: null },
    rows: block.rows.map(({ mark, anchor }, index) => ({
      ...breakCells(rows[index] ?? [], places, canvas),
      mark,
      anchor,
    })),
  };
}

function titleOf({ title }: TableColumn): CellContent {
  return { kind: 'text', text: title, style: 'plain', link: null };
}

function cellOf(content: readonly CellContent[], ground: Ground, canvas: Canvas): Cell {
  return passagesOf(content, ground).map((passage) =>
    passage.kind === 'blank' ? passage : atomsOf(passage.runs, canvas.type),
  );
}

function columnExtent(cells: readonly Cell[], canvas: Canvas): ColumnExtent {
  let least = 0;
  let most = 0;
  let keepsShare = false;
  for (const passage of cells.flat()) {
    if ('kind' in passage) {
      keepsShare = true;
      continue;
    }
    const extent = extentOf(passage, canvas.type);
    least = Math.max(least, extent.least);
    most = Math.max(most, extent.most);
  }
  // A hair more than the text: sums of widths are rounded.
  const around = 2 * CELL.x + 0.5;
  return { least: least + around, most: most + around, keepsShare };
}

function breakCells(
  cells: readonly Cell[],
  places: readonly ColumnPlace[],
  { type }: Canvas,
): Pick<MeasuredRow, 'cells' | 'height'> {
  const lines = places.map(({ width }, index) =>
    (cells[index] ?? []).flatMap((passage): readonly Line[] =>
      'kind' in passage ? [passage] : wrapAtoms(passage, width - 2 * CELL.x, SIZE.table, type),
    ),
  );
  let height: number = SIZE.table;
  for (const cell of lines) height = Math.max(height, heightOf(cell));
  return { cells: lines, height: height + 2 * CELL.y };
}
