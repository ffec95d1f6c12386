import { type ReportContext, risksOf, stepsOf, weightiest } from '../context.ts';
import { changeDefinitions } from '../definitions.ts';
import {
  CLASS_WORDS,
  FIDELITY_WORDS,
  KIND_WORDS,
  REVIEW_WORDS,
  severityWord,
} from '../describe/terms.ts';
import { fidelityOf, lockWordsOf, migrationOf, rollbackOf, sqlOf } from '../effects.ts';
import { objectName } from '../object-types.ts';
import { phaseOf } from '../phase.ts';
import { type ChangeFact, MARK_OF } from '../tables.ts';
import type { Sheet, SheetColumn } from '../types.ts';
import { objectWord } from '../words/index.ts';
import { cellText, filled, idCell, input, type RowValues, sheet } from './cells.ts';
import { REVIEW_OPEN, REVIEW_TONES, RISK_TONES } from './choices.ts';
import { SHEETS } from './names.ts';

const COLUMNS: readonly SheetColumn[] = [
  filled('id', 'Change', 8),
  filled('order', 'Order', 8, { type: 'number' }),
  filled('migrations', 'Migration', 32),
  filled('kind', 'What happens', 12),
  filled('objectType', 'Kind of object', 16),
  filled('table', 'Table', 18),
  filled('object', 'Object', 28),
  filled('before', 'Before', 34, { type: 'code' }),
  filled('after', 'After', 34, { type: 'code' }),
  filled('words', 'In plain words', 44),
  filled('steps', 'Steps', 10),
  filled('sql', 'SQL', 50, { type: 'code' }),
  filled('effect', 'Locks and who waits', 44),
  filled('transaction', 'In a transaction', 12),
  filled('severity', 'Severity', 10, { tones: RISK_TONES }),
  filled('risks', 'Risks', 10),
  filled('reversible', 'Way back', 14),
  filled('phase', 'Phase', 12),
  filled('needed', 'Review needed', 14),
  filled('because', 'Because', 44),
  filled('rollbackClass', 'Who may undo it', 18),
  input('reviewer', 'Reviewer', 18, 'Who reviews this change'),
  input('reviewStatus', 'Review', 14, 'State of the review', {
    choices: 'ReviewStatus',
    tones: REVIEW_TONES,
  }),
  input('comment', 'Comment', 36, 'What the review found'),
];

export function changesSheet(context: ReportContext): Sheet {
  return sheet({
    name: SHEETS.changes,
    purpose: 'Every object that differs after the change, to be reviewed one by one.',
    columns: COLUMNS,
    values: context.facts.changes.map((change, position) =>
      changeValues(context, change, position),
    ),
  });
}

function changeValues(context: ReportContext, change: ChangeFact, position: number): RowValues {
  const steps = stepsOf(context, change.steps);
  const migrations = [...new Set(steps.map((step) => migrationOf(context, step)))];
  const { before, after } = changeDefinitions(change);
  return {
    anchor: change.id,
    mark: MARK_OF[change.kind],
    values: {
      id: change.id,
      order: position + 1,
      migrations: migrations.map((one) => one?.path ?? '').join('\n'),
      kind: KIND_WORDS[change.kind],
      objectType: objectWord(change.object),
      table: change.object.type === 'table' ? change.object.name : change.object.table,
      object: objectName(change.object),
      before: before === null ? null : cellText(before),
      after: after === null ? null : cellText(after),
      words: change.words,
      steps: idCell(SHEETS.run, change.steps),
      sql: cellText(sqlOf(context, change.steps).join('\n')),
      effect: lockWordsOf(context, steps).join('\n'),
      transaction: migrations.every((one) => one?.transactional) ? 'yes' : 'no',
      severity: severityWord(weightiest(risksOf(context, change.risks))),
      risks: idCell(SHEETS.risks, change.risks),
      reversible: FIDELITY_WORDS[fidelityOf(rollbackOf(context, change.steps))],
      phase: [...new Set(steps.map(phaseOf))].join(', '),
      needed: change.review === null ? null : REVIEW_WORDS[change.review],
      because: [...new Set(steps.flatMap(({ reviewReasons }) => reviewReasons))].join('\n'),
      rollbackClass: [...new Set(steps.map((step) => CLASS_WORDS[step.rollbackClass]))].join('\n'),
      reviewStatus: REVIEW_OPEN,
    },
  };
}
