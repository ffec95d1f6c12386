import type { OfficeParts } from './package.ts';

/**
 * Takes `xml:space` from the strings of a workbook.
 *
 * exceljs sets it on every text with a line end. Only space at the ends of a text needs it, which
 * our cells do not have, and the schema of the strings (ISO/IEC 29500-4, CT_Rst) does not know it.
 */
export function plainStrings(parts: OfficeParts): void {
  const path = 'xl/sharedStrings.xml';
  const content = parts.get(path);
  if (typeof content !== 'string') return;
  parts.set(path, content.replaceAll('<t xml:space="preserve">', '<t>'));
}
