import { cellAddress, columnRange, quotedSheet } from './address.ts';
import { columnOfKey, type SheetPlan } from './plan.ts';

const REFERENCE = /\[@([A-Za-z0-9]+)\]|\[([^\][!@]+)!([A-Za-z0-9]+)\]/g;

/**
 * A formula with addresses in place of column keys: `[@key]` is the cell of that column in `row`,
 * `[Sheet!key]` the whole column of that sheet.
 *
 * Addresses rather than table references, as exceljs cannot write the formula of a table's column.
 *
 * @param row - row of the formula's own cell; null for a formula outside the table.
 * @throws {Error} when a sheet or key is not in the workbook, or `[@key]` stands outside the table.
 */
export function resolveFormula(
  formula: string,
  plans: readonly SheetPlan[],
  here: SheetPlan,
  row: number | null,
): string {
  return formula.replace(REFERENCE, (reference, own?: string, sheet?: string, key?: string) => {
    if (own !== undefined) {
      if (row === null) throw new Error(`${reference} in ${here.sheet.name} stands in no row`);
      return cellAddress(columnOfKey(here, own), row);
    }
    const plan = plans.find((candidate) => candidate.sheet.name === sheet);
    if (plan === undefined) throw new Error(`${reference} names a sheet that is not there`);
    const range = columnRange(columnOfKey(plan, key ?? ''), plan.firstRow, plan.lastRow);
    return `${quotedSheet(plan.sheet.name)}!${range}`;
  });
}
