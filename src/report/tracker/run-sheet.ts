import type { ReportContext, StepFact } from '../context.ts';
import { commandOf } from '../effects.ts';
import { phaseOf } from '../phase.ts';
import { preChecks } from '../pre-checks.ts';
import type { CellValue, Sheet, SheetColumn } from '../types.ts';
import { cellText, filled, formula, idCell, input, type RowValues, sheet } from './cells.ts';
import { STEP_STATUS, STEP_TONES } from './choices.ts';
import { SHEETS } from './names.ts';

const CLOCK = 'Date and time, with the zone agreed for the change';

const COLUMNS: readonly SheetColumn[] = [
  filled('id', 'Step', 8),
  input('phase', 'Phase', 12, 'When in the release it runs', { choices: 'Phase' }),
  filled('changes', 'Change', 10),
  filled('action', 'What is done', 44),
  filled('command', 'Command', 50, { type: 'code' }),
  input('environment', 'Environment', 14, 'Where it runs', { choices: 'Environment' }),
  input('owner', 'Owner', 18, 'Who does it'),
  input('plannedStart', 'Planned start', 16, CLOCK, { type: 'date' }),
  input('minutes', 'Estimated minutes', 12, 'From a rehearsal on data of the same size', {
    type: 'number',
  }),
  filled('plannedEnd', 'Planned end', 16, { type: 'date' }),
  input('actualStart', 'Actual start', 16, CLOCK, { type: 'date' }),
  input('actualEnd', 'Actual end', 16, CLOCK, { type: 'date' }),
  filled('taken', 'Minutes taken', 10, { type: 'number' }),
  filled('variance', 'Variance in minutes', 10, { type: 'number' }),
  input('status', 'Status', 14, 'Where the step stands', {
    choices: 'StepStatus',
    tones: STEP_TONES,
  }),
  filled('verify', 'Verify with', 12),
  filled('rollback', 'Undo with', 12),
  input('evidence', 'Evidence', 24, 'Link to a log or a screenshot'),
  input('notes', 'Notes', 36),
];

export function runSheet(context: ReportContext): Sheet {
  return sheet({
    name: SHEETS.run,
    purpose: 'What is done in which order on the day, and how it went.',
    columns: COLUMNS,
    spareRows: 10,
    values: [
      ...preChecks(context).map(({ id, text }) => ({
        anchor: id,
        values: { id, phase: 'Prepare', action: text, ...clock() },
      })),
      ...context.facts.steps.map((step) => stepValues(context, step)),
    ],
  });
}

function stepValues(context: ReportContext, step: StepFact): RowValues {
  const verifications = context.facts.verifications.filter(
    (one) => one.step === step.id && one.when === 'forward',
  );
  return {
    anchor: step.id,
    values: {
      id: step.id,
      phase: phaseOf(step),
      changes: idCell(SHEETS.changes, step.changes),
      action: step.words,
      command: cellText(commandOf(context, step)),
      verify: idCell(
        SHEETS.verification,
        verifications.map((one) => one.id),
      ),
      rollback: idCell(SHEETS.rollback, step.rollback),
      ...clock(),
    },
  };
}

/** Status and times of a row that nobody has touched. A day has 1,440 minutes. */
function clock(): { readonly [key: string]: CellValue } {
  return {
    plannedEnd: formula(
      'IF(OR([@plannedStart]="",[@minutes]=""),"",[@plannedStart]+[@minutes]/1440)',
      '',
    ),
    taken: formula(
      'IF(OR([@actualStart]="",[@actualEnd]=""),"",ROUND(([@actualEnd]-[@actualStart])*1440,0))',
      '',
    ),
    variance: formula('IF(OR([@taken]="",[@minutes]=""),"",[@taken]-[@minutes])', ''),
    status: STEP_STATUS.notStarted,
  };
}
