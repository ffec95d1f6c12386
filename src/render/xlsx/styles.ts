import type { Borders, Fill, Font } from 'exceljs';
import type { SheetColumn } from '../../report/types.ts';

export type Tone = SheetColumn['tones'][string];

const TEXT = { name: 'Arial', size: 9, color: { argb: 'FF1F2933' } } as const;

/** Typefaces. Code is of one width, so that SQL keeps its columns. */
export const FONTS = {
  title: { ...TEXT, size: 15, bold: true },
  purpose: { ...TEXT, size: 10, color: { argb: 'FF595959' } },
  label: { ...TEXT, bold: true },
  text: TEXT,
  code: { ...TEXT, name: 'Courier New' },
  link: { ...TEXT, color: { argb: 'FF1F4E79' }, underline: true },
} as const satisfies { readonly [name: string]: Partial<Font> };

const LINE = { style: 'thin', color: { argb: 'FFBFC7CF' } } as const;

export const BORDER: Partial<Borders> = { top: LINE, bottom: LINE, left: LINE, right: LINE };

/** Grey is filled in and locked, white is for people; the header of theirs is blue. */
export const FILLS = {
  lockedHeader: solid('FFD9DEE4'),
  inputHeader: solid('FFD6E6F5'),
  locked: solid('FFF3F4F6'),
  input: solid('FFFFFFFF'),
} as const;

/** Formats of a day, and of a day and the time on it. */
export const DATES = { day: 'yyyy-mm-dd', time: 'yyyy-mm-dd hh:mm' } as const;

/** Fill and text of a tone; at least 4.5:1 (WCAG 2.2, 1.4.3). */
export const TONES: {
  readonly [T in Tone]: { readonly fill: string; readonly text: string };
} = {
  good: { fill: 'FFDDF0E1', text: 'FF1E5A2D' },
  attention: { fill: 'FFFCEBC8', text: 'FF6B4400' },
  bad: { fill: 'FFF8DADA', text: 'FF8C1C1C' },
  neutral: { fill: 'FFE4E8ED', text: 'FF3A4653' },
};

function solid(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}
