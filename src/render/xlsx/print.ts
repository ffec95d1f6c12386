import type { Worksheet } from 'exceljs';
import type { ReportIdentity } from '../../report/types.ts';
import { columnLetters } from './address.ts';
import { MARK_COLUMN_WIDTH, type SheetPlan } from './plan.ts';

/** Excel's numbers of the papers, and the characters that a line across each has room for. */
const A4 = { number: 9, portrait: 103, landscape: 152 } as const;
const A3 = { number: 8, portrait: 152, landscape: 218 } as const;

/** The 9 point text is readable down to half its size. */
const SMALLEST_SCALE = 0.5;

/**
 * Prints the sheet with its header row on every page and its name at the foot: a page wide on A4, on
 * A3 when it would be too small to read on that, and only then on more pages side by side.
 */
export function setUpPrint(worksheet: Worksheet, plan: SheetPlan, identity: ReportIdentity): void {
  const { sheet, headerRow } = plan;
  const width = widthOf(plan);
  const paper = width * SMALLEST_SCALE <= A4[sheet.orientation] ? A4 : A3;
  const pages = Math.ceil((width * SMALLEST_SCALE) / paper[sheet.orientation]);
  const frozen = columnLetters(plan.firstColumn);
  Object.assign(worksheet.pageSetup, {
    paperSize: paper.number,
    orientation: sheet.orientation,
    fitToPage: true,
    fitToWidth: pages,
    // As many pages high as it takes.
    fitToHeight: 0,
    margins: { left: 0.5, right: 0.5, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
    printTitlesRow: `${headerRow}:${headerRow}`,
    ...(pages > 1 ? { printTitlesColumn: `A:${frozen}` } : {}),
  });
  const name = [identity.changeId, identity.title].filter((part) => part !== null).join(' · ');
  worksheet.headerFooter.oddHeader = `&L${literal(name)}&R${literal(identity.classification ?? '')}`;
  worksheet.headerFooter.oddFooter = '&F · &A · Page &P of &N';
}

/** In characters. */
function widthOf({ sheet, marked }: SheetPlan): number {
  let width = marked ? MARK_COLUMN_WIDTH : 0;
  for (const column of sheet.columns) width += column.width;
  return width;
}

/** In a header, `&` begins a code and `&&` is the sign itself. Excel takes 255 characters. */
function literal(text: string): string {
  return text.slice(0, 100).replaceAll('&', '&&');
}
