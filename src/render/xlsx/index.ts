// The package's own entry loads its reader and its streams as well, which takes twice as long.
import ExcelWorkbook from 'exceljs/lib/doc/workbook.js';
import type { ReportIdentity, Workbook } from '../../report/types.ts';
import { documentDate } from '../ooxml/dates.ts';
import { normaliseOfficeFile } from '../ooxml/normalise.ts';
import { xmlText } from '../ooxml/text.ts';
import { writeLists } from './lists.ts';
import { planWorkbook } from './plan.ts';
import { writeSheet } from './sheet.ts';

/**
 * A workbook as XLSX: each sheet a table with filters, what people fill unlocked and with
 * drop-downs, formulas with their values of now. Equal workbooks give equal bytes.
 *
 * @throws {Error} when a formula names a sheet or column that is not there.
 */
export async function renderXlsx(
  workbook: Workbook,
  identity: ReportIdentity,
): Promise<Uint8Array> {
  const file = new ExcelWorkbook();
  describeFile(file, identity);
  const plans = planWorkbook(workbook);
  for (const plan of plans) await writeSheet(file, plan, plans, identity);
  writeLists(file, workbook.lists);
  // Packed anew below: to compress it here as well would be for nothing.
  const bytes = await file.xlsx.writeBuffer({ zip: { compression: 'STORE' } });
  return normaliseOfficeFile(new Uint8Array(bytes), identity.date);
}

/** What the file says of itself. exceljs writes no custom properties, so the digest is a keyword. */
function describeFile(file: ExcelWorkbook, identity: ReportIdentity): void {
  const date = documentDate(identity.date);
  file.title = xmlText(identity.title);
  file.subject = xmlText(identity.project);
  file.keywords = `${identity.documentId}, sha256:${identity.digest}`;
  file.description = `${identity.documentId}, input digest sha256:${identity.digest}`;
  file.creator = identity.tool;
  file.lastModifiedBy = identity.tool;
  file.created = date;
  file.modified = date;
  // The values in the file are those of now; a spreadsheet program works them out again.
  file.calcProperties.fullCalcOnLoad = true;
}
