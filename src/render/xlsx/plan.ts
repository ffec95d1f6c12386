import type { Sheet, Workbook } from '../../report/types.ts';
import { cellAddress } from './address.ts';

/** Where everything of a sheet stands. Rows and columns count from 1, as on the sheet. */
export interface SheetPlan {
  readonly sheet: Sheet;
  /** A column in front of the sheet's own says the rows' marks. */
  readonly marked: boolean;
  readonly tableName: string;
  readonly headerRow: number;
  readonly firstRow: number;
  /** Spare rows included; at least `firstRow`, as a table without a row cannot be. */
  readonly lastRow: number;
  /** First of the sheet's own columns. */
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export const TITLE_ROW = 1;
export const PURPOSE_ROW = 2;
export const FIRST_FACT_ROW = 4;
export const MARK_COLUMN_TITLE = 'Mark';
export const MARK_COLUMN_WIDTH = 11;

/** Lays out every sheet, so that formulas and links can point at any of them. */
export function planWorkbook(workbook: Workbook): readonly SheetPlan[] {
  const names = new Set<string>();
  return workbook.sheets.map((sheet) => planSheet(sheet, tableName(sheet.name, names)));
}

function planSheet(sheet: Sheet, name: string): SheetPlan {
  const facts = sheet.facts.length;
  const headerRow = FIRST_FACT_ROW + (facts === 0 ? 0 : facts + 1);
  const marked = sheet.rows.some(({ mark }) => mark !== 'none');
  const firstColumn = marked ? 2 : 1;
  return {
    sheet,
    marked,
    tableName: name,
    headerRow,
    firstRow: headerRow + 1,
    lastRow: headerRow + Math.max(1, sheet.rows.length + sheet.spareRows),
    firstColumn,
    lastColumn: firstColumn + sheet.columns.length - 1,
  };
}

/** A table's name is unique in the workbook whatever the case, and does not look like a cell. */
function tableName(sheetName: string, taken: Set<string>): string {
  const letters = `${sheetName.replace(/[^A-Za-z]/g, '')}Table`;
  let name = letters;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${letters}_${number}`;
  taken.add(name.toLowerCase());
  return name;
}

/** The column that a key names. @throws {Error} when the sheet has no such column. */
export function columnOfKey({ sheet, firstColumn }: SheetPlan, key: string): number {
  const index = sheet.columns.findIndex((column) => column.key === key);
  if (index < 0) throw new Error(`The sheet ${sheet.name} has no column ${key}`);
  return firstColumn + index;
}

/** The cells of a column, `C5:C40`: all of them, or those from `firstRow` on. */
export function columnCells(plan: SheetPlan, column: number, firstRow = plan.firstRow): string {
  return `${cellAddress(column, firstRow)}:${cellAddress(column, plan.lastRow)}`;
}

/** First of the spare rows; null when the sheet has none. */
export function firstSpareRow({ sheet, firstRow }: SheetPlan): number | null {
  return sheet.spareRows > 0 ? firstRow + sheet.rows.length : null;
}

/** The row with that anchor; null when the sheet has none. */
export function rowOfAnchor({ sheet, firstRow }: SheetPlan, anchor: string): number | null {
  const index = sheet.rows.findIndex((row) => row.anchor === anchor);
  return index < 0 ? null : firstRow + index;
}
