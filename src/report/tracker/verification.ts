import type { ReportContext } from '../context.ts';
import type { Sheet, SheetColumn } from '../types.ts';
import { cellText, filled, input, linkTo, sheet } from './cells.ts';
import { PASS_TONES } from './choices.ts';
import { SHEETS } from './names.ts';

const COLUMNS: readonly SheetColumn[] = [
  filled('id', 'Check', 8),
  filled('step', 'For step', 10),
  filled('when', 'When', 20),
  filled('what', 'What is checked', 44),
  filled('query', 'Query', 60, { type: 'code' }),
  filled('expected', 'Expected', 18, { type: 'code' }),
  input('actual', 'Actual', 18, 'What the query gave'),
  input('pass', 'Result', 10, 'Does it match what is expected?', {
    choices: 'PassFail',
    tones: PASS_TONES,
  }),
  input('by', 'Checked by', 18),
  input('at', 'Checked at', 16, null, { type: 'date' }),
];

export const WHEN_WORDS = {
  forward: 'after the migration',
  back: 'after the rollback',
} as const;

export function verificationSheet({ facts }: ReportContext): Sheet {
  return sheet({
    name: SHEETS.verification,
    purpose: 'Queries that show whether the change, or the way back, did what it should.',
    columns: COLUMNS,
    spareRows: 10,
    values: facts.verifications.map((one) => ({
      anchor: one.id,
      values: {
        id: one.id,
        step: one.step === null ? 'release' : linkTo(SHEETS.run, one.step),
        when: WHEN_WORDS[one.when],
        what: one.what,
        query: cellText(one.sql),
        expected: one.expected,
      },
    })),
  });
}
