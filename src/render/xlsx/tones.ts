import type { Worksheet } from 'exceljs';
import type { SheetColumn } from '../../report/types.ts';
import { cellAddress } from './address.ts';
import { columnCells, type SheetPlan } from './plan.ts';
import { DATES, TONES } from './styles.ts';

/** Tints the cells of a column by their text, also when it is chosen later. */
export function addTones(
  worksheet: Worksheet,
  plan: SheetPlan,
  column: SheetColumn,
  at: number,
): void {
  const rules = Object.entries(column.tones).map(([text, tone], index) => ({
    type: 'cellIs' as const,
    operator: 'equal' as const,
    formulae: [`"${text.replaceAll('"', '""')}"`],
    priority: index + 1,
    style: {
      fill: {
        type: 'pattern' as const,
        pattern: 'solid' as const,
        bgColor: { argb: TONES[tone].fill },
      },
      font: { color: { argb: TONES[tone].text } },
    },
  }));
  if (rules.length === 0) return;
  worksheet.addConditionalFormatting({ ref: columnCells(plan, at), rules });
}

/** Shows the time of a date that has one, also when it is entered later. */
export function addTimes(
  worksheet: Worksheet,
  plan: SheetPlan,
  { type }: SheetColumn,
  at: number,
): void {
  if (type !== 'date') return;
  const cell = cellAddress(at, plan.firstRow);
  worksheet.addConditionalFormatting({
    ref: columnCells(plan, at),
    rules: [
      {
        type: 'expression',
        formulae: [`${cell}<>INT(${cell})`],
        priority: 1,
        style: { numFmt: DATES.time },
      },
    ],
  });
}
