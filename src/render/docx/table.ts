import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { CellContent, TableColumn } from '../../report/types.ts';
import { INK } from './colours.ts';
import { field } from './fields.ts';
import { inline } from './inline.ts';
import type { Place } from './place.ts';
import type { STYLE } from './styles.ts';

/** A cell before it knows its column. */
export interface Cell {
  readonly content: readonly ParagraphChild[];
  readonly style: typeof STYLE.tableText | typeof STYLE.tableHeader | typeof STYLE.tableLabel;
  readonly align: TableColumn['align'];
  readonly fill: string | null;
}

/** A row of the table that is drawn. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly header: boolean;
  /** False for a row that may be taller than a page: it has to break. */
  readonly whole: boolean;
  /** On the page of the next row. Left out for a row that may be the last one of its page. */
  readonly withNext?: boolean;
}

const ALIGNMENT = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
} as const;

const LINE = { style: BorderStyle.SINGLE, size: 4, color: INK.rule };

/** Space left and right of a cell's text, in twentieths of a point. */
export const CELL_MARGIN = 80;

/** A table over the whole width. Columns are fixed, since LibreOffice squeezes those that are not. */
export function drawTable(rows: readonly Row[], widths: readonly number[], look: object): Table {
  let width = 0;
  for (const column of widths) width += column;
  return new Table({
    rows: rows.map((row) => drawRow(row, widths)),
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: CELL_MARGIN, right: CELL_MARGIN },
    borders: {
      top: LINE,
      bottom: LINE,
      left: LINE,
      right: LINE,
      insideHorizontal: LINE,
      insideVertical: LINE,
    },
    tableLook: { firstRow: false, firstColumn: false, noHBand: true, noVBand: true, ...look },
  });
}

function drawRow(
  { cells, header, whole, withNext = false }: Row,
  widths: readonly number[],
): TableRow {
  return new TableRow({
    tableHeader: header,
    cantSplit: whole,
    children: cells.map(
      (cell, index) =>
        new TableCell({
          children: [cellParagraph(cell, withNext)],
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          ...(cell.fill === null ? {} : { shading: { fill: cell.fill } }),
        }),
    ),
  });
}

function cellParagraph({ content, style, align }: Cell, withNext: boolean): Paragraph {
  const options: IParagraphOptions = {
    style,
    children: content,
    ...(withNext ? { keepNext: true } : {}),
  };
  return new Paragraph(align === 'left' ? options : { ...options, alignment: ALIGNMENT[align] });
}

/** What stands in a cell: text and fields, a space between a field and its neighbour. */
export function cellContent(
  content: readonly CellContent[],
  place: Place,
  anchor: string | null = null,
): readonly ParagraphChild[] {
  const children = content.flatMap((part, index): readonly ParagraphChild[] => {
    if (part.kind === 'text') return inline(part, place);
    const control = field(part, place);
    return index === 0 ? control : [new TextRun(' '), ...control];
  });
  const name = anchor === null ? null : place.bookmarks.nameOf(anchor);
  return name === null ? children : [new Bookmark({ id: name, children })];
}
