import { type FileChild, Paragraph } from 'docx';
import type { CellContent, TableBlock, TableColumn, TableRow } from '../../../report/types.ts';
import { INK, MARK_COLOURS } from '../colours.ts';
import { columnWidths } from '../column-widths.ts';
import { markRuns, runs } from '../inline.ts';
import type { Place } from '../place.ts';
import { STYLE } from '../styles.ts';
import { CELL_MARGIN, type Cell, cellContent, drawTable, type Row } from '../table.ts';
import { columnMinimums } from './column-minimums.ts';

/** Average character of the table text, in twentieths of a point. */
const CHARACTER = 88;
const MARK_TITLE = 'Mark';
const MARK_WIDTH = 1_080;
/** Lines of a row that surely fit on a page of either orientation. */
const LINES_OF_A_PAGE = 24;

/** A table with its caption and a repeated header; a first column for the marks when rows have any. */
export function tableBlock(block: TableBlock, place: Place): readonly FileChild[] {
  const caption =
    block.caption === null
      ? []
      : [new Paragraph({ style: STYLE.caption, children: [...runs(block.caption)] })];
  if (block.rows.length === 0) {
    const children = [...runs(block.whenEmpty, { style: STYLE.muted })];
    return [...caption, new Paragraph({ style: STYLE.body, children })];
  }
  const marked = block.rows.some(({ mark }) => mark !== 'none');
  const widths = widthsOf(block, marked ? MARK_WIDTH : 0, place.width);
  const rows = [
    headerRow(block.columns, marked),
    ...block.rows.map((row) => bodyRow(row, block.columns, marked, widths, place)),
  ];
  return [...caption, drawTable(rows, widths, { firstRow: true })];
}

function widthsOf(block: TableBlock, markWidth: number, total: number): readonly number[] {
  const shares = block.columns.map(({ width }) => width);
  const left = total - markWidth;
  const widths = columnWidths(shares, columnMinimums(block, left), left);
  return markWidth === 0 ? widths : [markWidth, ...widths];
}

function headerRow(columns: readonly TableColumn[], marked: boolean): Row {
  const cell = (title: string, align: Cell['align']): Cell => ({
    content: [...runs(title)],
    style: STYLE.tableHeader,
    align,
    fill: INK.headerFill,
  });
  const titles = columns.map(({ title, align }) => cell(title, align));
  return {
    cells: marked ? [cell(MARK_TITLE, 'left'), ...titles] : titles,
    header: true,
    whole: true,
  };
}

function bodyRow(
  row: TableRow,
  columns: readonly TableColumn[],
  marked: boolean,
  widths: readonly number[],
  place: Place,
): Row {
  const fill = MARK_COLOURS[row.mark].fill;
  const cells = row.cells.map(
    (content, index): Cell => ({
      content: cellContent(content, place, index === 0 ? row.anchor : null),
      style: STYLE.tableText,
      align: columns[index]?.align ?? 'left',
      fill,
    }),
  );
  const mark: Cell = {
    content: markRuns(row.mark),
    style: STYLE.tableText,
    align: 'left',
    fill,
  };
  const ownWidths = marked ? widths.slice(1) : widths;
  const lines = row.cells.map((content, index) => linesOf(content, ownWidths[index] ?? 0));
  return {
    cells: marked ? [mark, ...cells] : cells,
    header: false,
    whole: Math.max(...lines) <= LINES_OF_A_PAGE,
  };
}

/** About how many lines the content takes in a column of that width. */
function linesOf(content: readonly CellContent[], width: number): number {
  const text = content.map((part) => (part.kind === 'text' ? part.text : part.prompt)).join('');
  const perLine = Math.max(1, Math.floor((width - 2 * CELL_MARGIN) / CHARACTER));
  let lines = 0;
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(line.length / perLine));
  return lines;
}
