import type { Font, Worksheet } from 'exceljs';
import { excelValue, shownText } from './cells.ts';
import { FIRST_FACT_ROW, PURPOSE_ROW, type SheetPlan, TITLE_ROW } from './plan.ts';
import { rowHeight } from './row-height.ts';
import { DATES, FONTS } from './styles.ts';
import { cellText } from './text.ts';

/** Characters that labels, values and the purpose get: whole columns, merged until they reach it. */
const LABEL_WIDTH = 28;
const VALUE_WIDTH = 76;
const PURPOSE_WIDTH = 100;

/** Width of a column that the sheet does not set. */
const UNSET_WIDTH = 8.43;

/** What stands above the table: the sheet's name, what it is for, and its key facts. */
export function writeTop(worksheet: Worksheet, plan: SheetPlan, plans: readonly SheetPlan[]): void {
  const { name, purpose, facts } = plan.sheet;
  const title = worksheet.getCell(TITLE_ROW, 1);
  title.value = cellText(name);
  title.font = FONTS.title;
  worksheet.getRow(TITLE_ROW).height = 22;
  writeWide(worksheet, PURPOSE_ROW, 1, PURPOSE_WIDTH, cellText(purpose));
  for (const [index, { label, value }] of facts.entries()) {
    const row = FIRST_FACT_ROW + index;
    const valueColumn = writeWide(worksheet, row, 1, LABEL_WIDTH, cellText(label), FONTS.label);
    const spot = { plans, plan, row: null, type: 'date' as const };
    const shown = excelValue(value, spot);
    writeWide(worksheet, row, valueColumn, VALUE_WIDTH, shownText(value), FONTS.text);
    const cell = worksheet.getCell(row, valueColumn);
    cell.value = shown;
    if (shown instanceof Date) cell.numFmt = DATES.day;
    if (value !== null && typeof value === 'object' && 'link' in value) cell.font = FONTS.link;
  }
}

/** Writes a text over as many columns as make up `width` characters. Returns the column after them. */
function writeWide(
  worksheet: Worksheet,
  row: number,
  column: number,
  width: number,
  text: string,
  font: Partial<Font> = FONTS.purpose,
): number {
  let last = column;
  let reached = columnWidth(worksheet, column);
  while (reached < width) {
    last += 1;
    reached += columnWidth(worksheet, last);
  }
  if (last > column) worksheet.mergeCells(row, column, row, last);
  const cell = worksheet.getCell(row, column);
  cell.value = text;
  cell.font = font;
  cell.alignment = { vertical: 'top', horizontal: 'left', wrapText: true };
  const line = worksheet.getRow(row);
  line.height = Math.max(line.height ?? 0, rowHeight([{ text, width: reached }]));
  return last + 1;
}

function columnWidth(worksheet: Worksheet, column: number): number {
  return worksheet.getColumn(column).width ?? UNSET_WIDTH;
}
