import { numberBookmarks } from './bookmarks.ts';
import { documentDate, setDates } from './dates.ts';
import { localiseHyperlinks } from './hyperlinks.ts';
import { readParts, writeParts } from './package.ts';
import { numberRelationships } from './relationships.ts';
import { plainStrings } from './shared-strings.ts';

/**
 * Makes an Office file that docx or exceljs wrote depend on its content alone: equal content gives
 * equal bytes, whatever the clock, the zone, the random numbers and the documents before it.
 *
 * @param date - `YYYY-MM-DD`, the day that the file says it was made; null for a fixed one.
 */
export function normaliseOfficeFile(file: Uint8Array, date: string | null): Uint8Array {
  const parts = readParts(file);
  setDates(parts, documentDate(date));
  localiseHyperlinks(parts);
  plainStrings(parts);
  numberRelationships(parts);
  numberBookmarks(parts);
  return writeParts(parts);
}
