import {
  code,
  codeBlock,
  column,
  fact,
  factList,
  field,
  list,
  paragraph,
  row,
  section,
  subheading,
  table,
} from '../blocks.ts';
import type { ReportContext, RollbackFact } from '../context.ts';
import { CLASS_WORDS, FIDELITY_WORDS } from '../describe/terms.ts';
import { idAnchor } from '../links.ts';
import { wordsParagraphs } from '../templates.ts';
import type { ReportBlock, ReportSection } from '../types.ts';
import { verificationTable } from './verification.ts';

export function backOutPlan(context: ReportContext): readonly ReportSection[] {
  const { facts } = context;
  const back = facts.verifications.filter((one) => one.when === 'back');
  return [
    section({
      anchor: 'back-out-plan',
      title: '10 Back-out plan',
      startsOnNewPage: true,
      blocks: [
        subheading('When to back out'),
        list(wordsParagraphs('back-out-triggers', {}).map((text) => text)),
        factList(
          fact('More triggers', field('text', 'backout.triggers', 'Thresholds of your own')),
          fact('Who decides', field('text', 'backout.decision-owner', 'Name and how to reach')),
          fact('Decide until', field('date', 'backout.latest', 'Latest time, with zone')),
          fact('Point of no return', pointOfNoReturn(context)),
          fact(
            'Instead of going back',
            field('text', 'backout.forward', 'Can the trouble be fixed by going forward?'),
          ),
        ),
        ...restore(context),
      ],
    }),
    section({
      anchor: 'reverse-steps',
      title: '10.1 Reverse steps',
      level: 2,
      orientation: 'landscape',
      startsOnNewPage: true,
      blocks: [paragraph('In the order in which they must run.'), reverseTable(context)],
    }),
    section({
      anchor: 'save-first',
      title: '10.2 Save first, and questions',
      level: 2,
      orientation: 'landscape',
      blocks: saveFirst(facts.rollback),
    }),
    section({
      anchor: 'verification-of-the-way-back',
      title: '10.3 Verification after the way back',
      level: 2,
      orientation: 'landscape',
      blocks: [verificationTable(back)],
    }),
  ];
}

/** The first step that cannot be undone exactly, in words. */
function pointOfNoReturn({ facts }: ReportContext): string {
  const step = facts.steps.find((one) => one.id === facts.verdict.pointOfNoReturn);
  return step === undefined
    ? 'There is none: every step can be undone exactly.'
    : `${step.id}: ${step.words} What was there before does not come back exactly once it has run.`;
}

function restore({ facts }: ReportContext): readonly ReportBlock[] {
  if (facts.verdict.fullyReversible) return [];
  return [
    subheading('Restoring data'),
    ...wordsParagraphs('restore', {}).map((text) => paragraph(text)),
    factList(
      fact('Backup', field('text', 'backout.backup', 'Which backup, taken when, kept where')),
      fact('Restore takes', field('text', 'backout.restore-time', 'Measured in a test')),
    ),
  ];
}

function reverseTable({ facts }: ReportContext): ReportBlock {
  return table(
    [
      column('Id', 1),
      column('Undoes', 1),
      column('Action', 4),
      column('SQL', 6),
      column('Way back', 2),
      column('Who', 2),
      column('Data that does not come back', 4),
      column('Must hold first', 3),
      column('Minutes', 1),
    ],
    facts.rollback.map((step) =>
      row(
        [
          step.id,
          step.undoes,
          step.reason === null ? step.action : `${step.action} ${step.reason}`,
          code(step.sql.join('\n')),
          FIDELITY_WORDS[step.fidelity],
          CLASS_WORDS[step.class],
          lostWords(step),
          step.precondition ?? '–',
          field('text', `rollback.${step.id.toLowerCase()}.minutes`, 'Estimate'),
        ],
        { anchor: idAnchor('rollback', step.id) },
      ),
    ),
    { whenEmpty: 'There is nothing to undo.' },
  );
}

/** A step that is not exact loses something even where nothing says what. */
function lostWords({ dataLost, fidelity }: RollbackFact): string {
  if (dataLost !== null) return dataLost;
  return fidelity === 'exact' ? 'none' : 'not known';
}

function saveFirst(rollback: readonly RollbackFact[]): readonly ReportBlock[] {
  const saves = rollback.filter((step) => step.saveFirst.length > 0);
  const questions = rollback.flatMap((step) =>
    step.questions.map((text, position) => ({ id: step.id, text, position })),
  );
  return [
    ...(saves.length === 0
      ? [paragraph('Nothing has to be saved before going forward.')]
      : [paragraph('Run before going forward, to keep what would be lost:')]),
    ...saves.map((step) => codeBlock('sql', step.saveFirst.join('\n'), `For ${step.id}`)),
    table(
      [column('For', 1), column('Question', 6), column('Answer', 5)],
      questions.map(({ id, text, position }) =>
        row([
          id,
          text,
          field('text', `rollback.${id.toLowerCase()}.answer-${position + 1}`, 'Answer'),
        ]),
      ),
      { caption: 'Only a person can answer', whenEmpty: 'There are no open questions.' },
    ),
  ];
}
