import { xmlText } from '../ooxml/text.ts';

/**
 * Most characters and line feeds that a cell can hold.
 *
 * @see {@link https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3 | Excel specifications and limits}
 */
const MOST_CHARACTERS = 32_767;
const MOST_LINE_FEEDS = 253;

const CUT = '\n… cut here: see proposal.json';

/**
 * `text` as a cell can hold it, without space at its ends; what is cut says where the whole of it is.
 */
export function cellText(text: string): string {
  const clean = xmlText(text).trim();
  const lines = clean.split('\n');
  const fits = clean.length <= MOST_CHARACTERS && lines.length <= MOST_LINE_FEEDS + 1;
  if (fits) return clean;
  const head = lines.slice(0, MOST_LINE_FEEDS).join('\n');
  return `${xmlText(head.slice(0, MOST_CHARACTERS - CUT.length))}${CUT}`;
}
