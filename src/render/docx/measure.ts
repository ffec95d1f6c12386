import type { MeasureWidth } from 'docx/layout';
import { CODE_FONT } from './styles.ts';

/** Every character of Courier is as wide, in thousandths of the size. */
const CODE_WIDTH = 600;

/** Of a character that the tables below do not have: an average letter. */
const OTHER_WIDTH = 556;

/**
 * Widths of Arial's characters, in thousandths of the size; the characters of each width together.
 *
 * Arial has the widths of Helvetica, which Adobe publishes (Core14 AFM files, `WX`).
 */
const REGULAR = widths({
  191: "'",
  222: 'ijl',
  260: '|',
  278: ' !,./:;I[\\]ft',
  333: '()-r`',
  334: '{}',
  355: '"',
  389: '*',
  469: '^',
  500: 'Jcksvxyz',
  556: '#$0123456789?L_abdeghnopqu',
  584: '+<=>~',
  611: 'FTZ',
  667: '&ABEKPSVXY',
  722: 'CDHNRUw',
  778: 'GOQ',
  833: 'Mm',
  889: '%',
  944: 'W',
  1015: '@',
});

const BOLD = widths({
  238: "'",
  278: ' ,./I\\ijl',
  280: '|',
  333: '!()-:;[]ft`',
  389: '*r{}',
  474: '"',
  500: 'z',
  556: '#$0123456789J_aceksvxy',
  584: '+<=>^~',
  611: '?FLTZbdghnopqu',
  667: 'EPSVXY',
  722: '&ABCDHKNRU',
  778: 'GOQw',
  833: 'M',
  889: '%m',
  944: 'W',
  975: '@',
});

/**
 * Measures the document's text for the page numbers of its contents, in points.
 *
 * The measuring that docx brings along looks up the font anew for every word, and takes two minutes
 * for a document with 7 000 table rows.
 */
export const measureWidth: MeasureWidth = (text, { name, size, bold }) => {
  const known = bold ? BOLD : REGULAR;
  let width = 0;
  for (const character of text) {
    width += name === CODE_FONT ? CODE_WIDTH : (known.get(character) ?? OTHER_WIDTH);
  }
  return (width * size) / 1000;
};

function widths(characters: { readonly [width: number]: string }): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(characters).flatMap(([width, all]) =>
      [...all].map((character) => [character, Number(width)] as const),
    ),
  );
}
