import { formatLocation } from '../../model/source.ts';
import type { ReportContext } from '../context.ts';
import { certaintyWords, DIRECTION_WORDS, RELATION_WORDS } from '../describe/dependency.ts';
import type { Sheet, SheetColumn } from '../types.ts';
import { describeReference } from '../words/index.ts';
import { filled, idCell, input, sheet } from './cells.ts';
import { OPEN } from './choices.ts';
import { SHEETS } from './names.ts';

const COLUMNS: readonly SheetColumn[] = [
  filled('id', 'Dependency', 12),
  filled('changes', 'Change', 10),
  input('object', 'Object', 30, 'The object that changes'),
  input('direction', 'Direction', 12, 'depends on, or used by'),
  input('relation', 'Relation', 18, 'What connects them', { choices: 'Relation' }),
  input('other', 'Other object', 34, 'What it depends on, or what depends on it'),
  filled('certainty', 'How it is known', 22),
  input('effect', 'What the change means for it', 48, 'What breaks or has to follow'),
  filled('place', 'Found in', 28),
  input('owner', 'Owner', 18, 'Who answers for the other object'),
  input('contacted', 'Contacted', 12, 'Was the owner told?', { choices: 'YesNo' }),
  input('contactDate', 'Contacted on', 14, 'Day of the contact', { type: 'date' }),
  input('status', 'Status', 14, 'Where the matter stands', {
    choices: 'DependencyStatus',
    tones: { [OPEN]: 'attention', Blocked: 'bad', Agreed: 'good', 'Not affected': 'good' },
  }),
  input('notes', 'Notes', 36),
];

export function dependenciesSheet({ facts }: ReportContext): Sheet {
  return sheet({
    name: SHEETS.dependencies,
    purpose:
      'What the changed objects depend on and what depends on them. Add systems that no file names: reports, replicas, exports.',
    columns: COLUMNS,
    spareRows: 20,
    values: facts.dependencies.map((one) => ({
      anchor: one.id,
      values: {
        id: one.id,
        changes: idCell(SHEETS.changes, one.changes),
        object: describeReference(one.object),
        direction: DIRECTION_WORDS[one.direction],
        relation: RELATION_WORDS[one.relation],
        other: one.other,
        certainty: certaintyWords(one),
        effect: one.effect,
        place: one.source === null ? null : formatLocation(one.source),
        status: OPEN,
      },
    })),
  });
}
