import type { ReportContext, RollbackFact } from '../context.ts';
import { CLASS_WORDS, FIDELITY_WORDS } from '../describe/terms.ts';
import type { Sheet, SheetColumn } from '../types.ts';
import { cellText, filled, input, linkTo, type RowValues, sheet } from './cells.ts';
import { PASS_TONES } from './choices.ts';
import { SHEETS } from './names.ts';

const COLUMNS: readonly SheetColumn[] = [
  filled('id', 'Rollback', 10),
  filled('order', 'Order back', 8, { type: 'number' }),
  filled('undoes', 'Undoes step', 10),
  filled('action', 'What is done', 44),
  filled('fidelity', 'Way back', 14, {
    tones: { Reversible: 'good', 'Loses data': 'attention', Irreversible: 'bad' },
  }),
  filled('class', 'Who does it', 22),
  filled('sql', 'SQL back', 50, { type: 'code' }),
  filled('saveFirst', 'Save first, before going forward', 50, { type: 'code' }),
  filled('dataLost', 'What does not come back', 36),
  filled('precondition', 'Must hold first', 36),
  filled('questions', 'Questions for a person', 44),
  input('answers', 'Answers', 36, 'Answer every question before the change starts'),
  input('minutes', 'Estimated minutes', 12, 'From a rehearsal on data of the same size', {
    type: 'number',
  }),
  input('latest', 'Latest safe time', 16, 'After this time it must not be started', {
    type: 'date',
  }),
  input('rehearsed', 'Rehearsed', 12, 'Was it run in a rehearsal?', { choices: 'YesNo' }),
  input('rehearsedOn', 'Rehearsed on', 14, null, { type: 'date' }),
  input('rehearsedBy', 'Rehearsed by', 18),
  input('decisionOwner', 'Decided by', 18, 'Who decides to back out'),
  input('executed', 'Executed', 12, 'Was it run on the day?', { choices: 'YesNo' }),
  input('actualStart', 'Actual start', 16, null, { type: 'date' }),
  input('actualEnd', 'Actual end', 16, null, { type: 'date' }),
  input('result', 'Result', 12, null, { choices: 'PassFail', tones: PASS_TONES }),
];

export function rollbackSheet({ facts }: ReportContext): Sheet {
  return sheet({
    name: SHEETS.rollback,
    purpose: 'The way back, in the order in which it must run: the last step first.',
    columns: COLUMNS,
    values: facts.rollback.map(rollbackValues),
  });
}

function rollbackValues(step: RollbackFact, position: number): RowValues {
  return {
    anchor: step.id,
    values: {
      id: step.id,
      order: position + 1,
      undoes: linkTo(SHEETS.run, step.undoes),
      action: step.action,
      fidelity: FIDELITY_WORDS[step.fidelity],
      class: CLASS_WORDS[step.class],
      sql: cellText(step.sql.join('\n')),
      saveFirst: cellText(step.saveFirst.join('\n')),
      dataLost: step.dataLost,
      precondition: step.precondition,
      questions: step.questions.join('\n'),
    },
  };
}
