import { wordsParagraphs } from '../templates.ts';
import type { Sheet } from '../types.ts';
import { filled, sheet } from './cells.ts';
import { SHEETS } from './names.ts';

export function readMeSheet(): Sheet {
  return sheet({
    name: SHEETS.readMe,
    purpose: 'How to work with this workbook.',
    orientation: 'portrait',
    columns: [filled('text', 'How to', 88)],
    values: wordsParagraphs('read-me', {}).map((text) => ({ values: { text } })),
  });
}
