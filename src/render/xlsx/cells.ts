import type { CellValue as ExcelValue } from 'exceljs';
import type { CellValue, SheetColumn } from '../../report/types.ts';
import { cellAddress, quotedSheet } from './address.ts';
import { resolveFormula } from './formulas.ts';
import { rowOfAnchor, type SheetPlan } from './plan.ts';
import { cellText } from './text.ts';

type ColumnType = SheetColumn['type'];

/** Where a value is to stand. */
export interface CellSpot {
  readonly plans: readonly SheetPlan[];
  readonly plan: SheetPlan;
  /** Row of the table's cell; null outside the table. */
  readonly row: number | null;
  readonly type: ColumnType;
}

/** The value as exceljs takes it. A link whose row is not there becomes its text. */
export function excelValue(value: CellValue, spot: CellSpot): ExcelValue {
  if (value === null || typeof value === 'number') return value;
  if (typeof value === 'string') return (spot.type === 'date' && dateOf(value)) || cellText(value);
  if ('formula' in value) {
    const formula = resolveFormula(value.formula, spot.plans, spot.plan, spot.row);
    return { formula, result: value.result };
  }
  const hyperlink = linkTarget(value.link, spot.plans);
  const text = cellText(value.text);
  return hyperlink === null ? text : { text, hyperlink };
}

/** What a cell shows, for working out its height. */
export function shownText(value: CellValue): string {
  if (value === null) return '';
  if (typeof value !== 'object') return cellText(String(value));
  return 'formula' in value ? String(value.result) : cellText(value.text);
}

/** A date as Excel keeps it, without a zone: midnight or the minute given. Null for other texts. */
function dateOf(text: string): Date | null {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?$/.exec(text);
  if (parts === null) return null;
  const date = new Date(`${parts[1]}T${parts[2] ?? '00:00'}:00Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}

function linkTarget(
  { sheet, anchor }: { readonly sheet: string; readonly anchor: string },
  plans: readonly SheetPlan[],
): string | null {
  const plan = plans.find((candidate) => candidate.sheet.name === sheet);
  const row = plan === undefined ? null : rowOfAnchor(plan, anchor);
  return row === null ? null : `#${quotedSheet(sheet)}!${cellAddress(1, row)}`;
}
