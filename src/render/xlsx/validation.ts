import type { DataValidation, Worksheet } from 'exceljs';
import type { SheetColumn } from '../../report/types.ts';
import { columnCells, firstSpareRow, type SheetPlan } from './plan.ts';
import { cellText } from './text.ts';

/** Excel shows no more of a prompt or an error, and calls a file with more damaged. */
const LONGEST_MESSAGE = 255;
const LONGEST_TITLE = 32;

/** Excel's day 1 of 2000: an earlier date is a slip of the hand. */
const EARLIEST = new Date('2000-01-01T00:00:00Z');

/**
 * Says what the column's open cells accept: every cell of a column that people fill, the spare ones
 * of any other. By range: exceljs writes overlapping ranges of what is set cell by cell.
 */
export function addValidation(
  worksheet: Worksheet,
  plan: SheetPlan,
  column: SheetColumn,
  at: number,
): void {
  const firstRow = column.input ? plan.firstRow : firstSpareRow(plan);
  const validation = validationOf(column);
  if (firstRow === null || validation === null) return;
  worksheet.dataValidations.add(columnCells(plan, at, firstRow), validation);
}

/** What a cell of the column accepts, and the prompt it shows; null for anything without a prompt. */
function validationOf(column: SheetColumn): DataValidation | null {
  const rule = ruleOf(column);
  if (rule === null) return null;
  const prompt = column.prompt;
  return {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: column.title.slice(0, LONGEST_TITLE),
    ...rule,
    ...(prompt === null
      ? {}
      : {
          showInputMessage: true,
          promptTitle: column.title.slice(0, LONGEST_TITLE),
          prompt: cellText(prompt).slice(0, LONGEST_MESSAGE),
        }),
  };
}

function ruleOf({ choices, type, prompt }: SheetColumn): DataValidation | null {
  if (choices !== null) {
    return { type: 'list', formulae: [choices], error: 'Choose one of the list.' };
  }
  if (type === 'date') {
    return {
      type: 'date',
      operator: 'greaterThanOrEqual',
      formulae: [EARLIEST],
      error: 'Give a date, such as 2026-01-31, or a date and time.',
    };
  }
  if (type === 'number') {
    return {
      type: 'decimal',
      operator: 'greaterThanOrEqual',
      formulae: [0],
      error: 'Give a number of 0 or more.',
    };
  }
  if (prompt === null) return null;
  // A prompt needs a rule to hang on; this one lets through whatever text a cell can hold.
  return { type: 'textLength', operator: 'lessThanOrEqual', formulae: [32_767] };
}
