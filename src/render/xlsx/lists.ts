import type { Workbook as ExcelWorkbook } from 'exceljs';
import type { ChoiceList } from '../../report/types.ts';
import { columnRange } from './address.ts';
import { cellText } from './text.ts';

const SHEET = 'Lists';

/**
 * Writes the choices of the drop-downs on a sheet that only a macro can show, a column a list, each
 * under its name. A list in the drop-down itself could hold 255 characters only.
 */
export function writeLists(workbook: ExcelWorkbook, lists: readonly ChoiceList[]): void {
  if (lists.length === 0) return;
  const worksheet = workbook.addWorksheet(SHEET, { state: 'veryHidden' });
  for (const [index, { name, values }] of lists.entries()) {
    const column = index + 1;
    worksheet.getCell(1, column).value = name;
    for (const [offset, value] of values.entries()) {
      worksheet.getCell(offset + 2, column).value = cellText(value);
    }
    const range = columnRange(column, 2, Math.max(2, values.length + 1));
    workbook.definedNames.add(`${SHEET}!${range}`, name);
  }
}
