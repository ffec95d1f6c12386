import type { Workbook as ExcelWorkbook } from 'exceljs';
import type { ReportIdentity } from '../../report/types.ts';
import { writeTop } from './facts.ts';
import { MARK_COLUMN_WIDTH, type SheetPlan } from './plan.ts';
import { setUpPrint } from './print.ts';
import { protectSheet } from './protection.ts';
import { writeTable } from './table.ts';

/** A header further down stays free: frozen, it would leave no room for the rows on a small screen. */
const LAST_FROZEN_ROW = 12;
const WIDEST_FROZEN_COLUMN = 14;

/** Columns at the left that stay in sight: up to the first of the sheet's own, when that is narrow. */
function frozenColumns({ sheet, firstColumn }: SheetPlan): number {
  const first = sheet.columns[0];
  return first !== undefined && first.width <= WIDEST_FROZEN_COLUMN ? firstColumn : 0;
}

/** Writes a sheet as it is laid out. */
export async function writeSheet(
  workbook: ExcelWorkbook,
  plan: SheetPlan,
  plans: readonly SheetPlan[],
  identity: ReportIdentity,
): Promise<void> {
  const { sheet, marked, headerRow } = plan;
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [
      headerRow <= LAST_FROZEN_ROW
        ? { state: 'frozen', xSplit: frozenColumns(plan), ySplit: headerRow, showGridLines: false }
        : { state: 'normal', showGridLines: false },
    ],
  });
  const widths = sheet.columns.map(({ width }) => width);
  if (marked) widths.unshift(MARK_COLUMN_WIDTH);
  for (const [index, width] of widths.entries()) worksheet.getColumn(index + 1).width = width;
  writeTop(worksheet, plan, plans);
  if (sheet.columns.length > 0) writeTable(worksheet, plan, plans);
  setUpPrint(worksheet, plan, identity);
  await protectSheet(worksheet);
}
