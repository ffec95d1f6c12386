import type { ReportContext } from '../context.ts';
import { openPointsOf } from '../open-points/index.ts';
import type { Sheet } from '../types.ts';
import { filled, input, sheet } from './cells.ts';
import { OPEN } from './choices.ts';
import { SHEETS } from './names.ts';

export function openPointsSheet(context: ReportContext): Sheet {
  return sheet({
    name: SHEETS.openPoints,
    purpose:
      'What has to be settled before the change can be approved. Add what the files cannot tell.',
    columns: [
      filled('id', 'Point', 8),
      input('text', 'Open point', 90, 'What is to be settled'),
      input('owner', 'Owner', 18, 'Who settles it'),
      input('due', 'Due', 14, null, { type: 'date' }),
      input('status', 'Status', 12, 'Where the point stands', {
        choices: 'PointStatus',
        tones: { [OPEN]: 'attention', Settled: 'good', 'Not needed': 'neutral' },
      }),
      input('answer', 'Answer', 50, 'What was settled'),
    ],
    spareRows: 10,
    values: openPointsOf(context).map(({ id, text }) => ({
      anchor: id,
      values: { id, text, status: OPEN },
    })),
  });
}
