import type { Cell, Worksheet } from 'exceljs';
import { type CellValue, MARKS, type SheetRow } from '../../report/types.ts';
import { cellAddress } from './address.ts';
import { excelValue, shownText } from './cells.ts';
import { lookOf, MARK_LOOK } from './looks.ts';
import { firstSpareRow, MARK_COLUMN_TITLE, MARK_COLUMN_WIDTH, type SheetPlan } from './plan.ts';
import { rowHeight } from './row-height.ts';
import { BORDER, FILLS, FONTS } from './styles.ts';
import { cellText } from './text.ts';
import { addTimes, addTones } from './tones.ts';
import { addValidation } from './validation.ts';

/** The sheet's rows as an Excel table with filters, and the spare rows below them. */
export function writeTable(
  worksheet: Worksheet,
  plan: SheetPlan,
  plans: readonly SheetPlan[],
): void {
  addExcelTable(worksheet, plan);
  writeHeader(worksheet, plan);
  for (let row = plan.firstRow; row <= plan.lastRow; row += 1) {
    writeRow(worksheet, plan, plans, row);
  }
  for (const [index, column] of plan.sheet.columns.entries()) {
    const at = plan.firstColumn + index;
    addTones(worksheet, plan, column, at);
    addTimes(worksheet, plan, column, at);
    if (!isFormula(formulaOf(plan, index))) addValidation(worksheet, plan, column, at);
  }
}

function titlesOf({ sheet, marked }: SheetPlan): readonly string[] {
  const titles = sheet.columns.map(({ title }) => cellText(title));
  return marked ? [MARK_COLUMN_TITLE, ...titles] : titles;
}

/** @throws {Error} when two columns have the same title: Excel would call the file damaged. */
function addExcelTable(worksheet: Worksheet, plan: SheetPlan): void {
  const titles = titlesOf(plan);
  if (new Set(titles.map((title) => title.toLowerCase())).size < titles.length) {
    throw new Error(`Two columns of the sheet ${plan.sheet.name} have the same title`);
  }
  const rows = Array.from({ length: plan.lastRow - plan.headerRow }, () => titles.map(() => null));
  worksheet.addTable({
    name: plan.tableName,
    ref: cellAddress(1, plan.headerRow),
    headerRow: true,
    style: { theme: 'TableStyleLight1', showRowStripes: false },
    columns: titles.map((name) => ({ name, filterButton: true })),
    rows,
  });
}

function writeHeader(worksheet: Worksheet, plan: SheetPlan): void {
  const inputs = plan.sheet.columns.map(({ input }) => input);
  const widths = plan.sheet.columns.map(({ width }) => width);
  if (plan.marked) {
    inputs.unshift(false);
    widths.unshift(MARK_COLUMN_WIDTH);
  }
  const titles = titlesOf(plan);
  for (const [index, input] of inputs.entries()) {
    const cell = worksheet.getCell(plan.headerRow, index + 1);
    cell.font = FONTS.label;
    cell.fill = input ? FILLS.inputHeader : FILLS.lockedHeader;
    cell.border = BORDER;
    cell.alignment = { vertical: 'middle', wrapText: true };
  }
  // The filter's button hides three characters of the title.
  worksheet.getRow(plan.headerRow).height = rowHeight(
    titles.map((text, index) => ({ text, width: (widths[index] ?? 0) - 3 })),
  );
}

function writeRow(
  worksheet: Worksheet,
  plan: SheetPlan,
  plans: readonly SheetPlan[],
  row: number,
): void {
  const given = plan.sheet.rows[row - plan.firstRow];
  const spareFrom = firstSpareRow(plan);
  // In a spare row people fill every column but the formulas.
  const spare = spareFrom !== null && row >= spareFrom;
  if (plan.marked) writeMark(worksheet.getCell(row, 1), given);
  const shown = plan.sheet.columns.map((column, index) => {
    const value = given ? (given.cells[index] ?? null) : formulaOf(plan, index);
    const cell = worksheet.getCell(row, plan.firstColumn + index);
    cell.value = excelValue(value, { plans, plan, row, type: column.type });
    const linked = typeof cell.value === 'object' && isLink(cell.value);
    const open = !isFormula(value) && (column.input || spare);
    cell.style = lookOf({ type: column.type, linked, open });
    return { text: shownText(value), width: column.width };
  });
  worksheet.getRow(row).height = rowHeight(shown);
}

/** The formula of a column's last row, which works as well in the spare rows below; null for none. */
function formulaOf({ sheet }: SheetPlan, index: number): CellValue {
  const value = sheet.rows.at(-1)?.cells[index] ?? null;
  return isFormula(value) ? { formula: value.formula, result: '' } : null;
}

function writeMark(cell: Cell, row: SheetRow | undefined): void {
  const { symbol, word } = MARKS[row?.mark ?? 'none'];
  cell.value = word === '' ? null : `${symbol} ${word}`;
  cell.style = MARK_LOOK;
}

function isFormula(
  value: CellValue,
): value is { readonly formula: string; readonly result: string | number } {
  return value !== null && typeof value === 'object' && 'formula' in value;
}

function isLink(value: object | null): boolean {
  return value !== null && 'hyperlink' in value;
}
