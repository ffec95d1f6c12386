import { formatLocation } from '../../model/source.ts';
import type { ReportContext } from '../context.ts';
import type { Sheet } from '../types.ts';
import { sentenceCase } from '../words/index.ts';
import { cellText, filled, input, sheet } from './cells.ts';
import { SHEETS } from './names.ts';

export function notUnderstoodSheet({ facts }: ReportContext): Sheet {
  return sheet({
    name: SHEETS.notUnderstood,
    purpose:
      'Statements whose effect on the schema is not known. A person has to check each of them.',
    columns: [
      filled('place', 'Where', 48),
      filled('text', 'Statement', 60, { type: 'code' }),
      filled('reason', 'Not understood, because', 48),
      input('finding', 'What a person found', 48, 'What does the statement do?'),
      input('by', 'Checked by', 18),
      input('on', 'Checked on', 14, null, { type: 'date' }),
    ],
    values: facts.opaque.map(({ text, reason, source }) => ({
      values: {
        place: formatLocation(source),
        text: cellText(text),
        reason: `${sentenceCase(reason)}.`,
      },
    })),
  });
}
