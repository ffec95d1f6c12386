import ExcelJS from 'exceljs';
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
  const file = new ExcelJS.Workbook();
  describeFile(file, identity);
  const plans = planWorkbook(workbook);
  for (const plan of plans) await writeSheet(file, plan, plans, identity);
  writeLists(file, workbook.lists);
  const bytes = await file.xlsx.writeBuffer();
  return normaliseOfficeFile(new Uint8Array(bytes), identity.date);
}

/** What the file says of itself. exceljs writes no custom properties, so the digest is a keyword. */
function describeFile(file: ExcelJS.Workbook, identity: ReportIdentity): void {
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
