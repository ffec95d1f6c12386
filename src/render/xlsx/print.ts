import type { Worksheet } from 'exceljs';
import type { ReportIdentity } from '../../report/types.ts';
import type { SheetPlan } from './plan.ts';

const A4 = 9;

/** Prints the sheet on A4, a page wide, its header row on every page and its name at the foot. */
export function setUpPrint(
  worksheet: Worksheet,
  { sheet, headerRow }: SheetPlan,
  identity: ReportIdentity,
): void {
  Object.assign(worksheet.pageSetup, {
    paperSize: A4,
    orientation: sheet.orientation,
    fitToPage: true,
    fitToWidth: 1,
    // As many pages high as it takes.
    fitToHeight: 0,
    margins: { left: 0.5, right: 0.5, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
    printTitlesRow: `${headerRow}:${headerRow}`,
  });
  const name = [identity.changeId, identity.title].filter((part) => part !== null).join(' · ');
  worksheet.headerFooter.oddHeader = `&L${literal(name)}&R${literal(identity.classification ?? '')}`;
  worksheet.headerFooter.oddFooter = '&F · &A · Page &P of &N';
}

/** In a header, `&` begins a code and `&&` is the sign itself. Excel takes 255 characters. */
function literal(text: string): string {
  return text.slice(0, 100).replaceAll('&', '&&');
}
