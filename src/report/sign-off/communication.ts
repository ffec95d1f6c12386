import { codeBlock, column, field, paragraph, row, section, subheading, table } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { changeVerbs } from '../describe/verbs.ts';
import { type WordsView, wordsParagraphs } from '../templates.ts';
import type { ReportSection } from '../types.ts';
import { type Waits, waitsOf } from '../waits.ts';
import { listing, sentenceCase } from '../words/index.ts';

/** The drafts in `templates/words/communication/`, with when each is sent. */
const MESSAGES = [
  { draft: 'announcement', title: 'Announcement', when: 'Five days before' },
  { draft: 'reminder', title: 'Reminder', when: 'One day before' },
  { draft: 'start', title: 'Start', when: 'When the first step starts' },
  { draft: 'end', title: 'End', when: 'When every check has passed' },
  { draft: 'back-out', title: 'Back-out', when: 'When the way back is decided' },
] as const;

export function communicationPlan(context: ReportContext): ReportSection {
  const view = messageWords(context);
  return section({
    anchor: 'communication-plan',
    title: '12 Communication plan',
    startsOnNewPage: true,
    blocks: [
      table(
        [
          column('Message', 2),
          column('When', 3),
          column('Audience', 3),
          column('Channel', 3),
          column('Sender', 3),
        ],
        MESSAGES.map(({ draft, title, when }) =>
          row([
            title,
            when,
            field('text', `message.${draft}.audience`, 'Who is told'),
            field('text', `message.${draft}.channel`, 'Channel'),
            field('text', `message.${draft}.sender`, 'Sender'),
          ]),
        ),
        { whenEmpty: 'There are no messages.' },
      ),
      paragraph('Drafts to start from. What stands in square brackets has to be filled in.'),
      ...MESSAGES.flatMap(({ draft, title }) => [
        subheading(title),
        codeBlock('text', wordsParagraphs(`communication/${draft}`, view).join('\n\n')),
      ]),
    ],
  });
}

function messageWords(context: ReportContext): WordsView {
  const { facts } = context;
  const verbs = changeVerbs(facts.changes);
  const waits = waitsOf(context);
  return {
    title: facts.title,
    changeId: facts.changeId ?? '[change id]',
    project: facts.project,
    inShort: verbs === '' ? null : `${sentenceCase(`it ${verbs}`)}.`,
    waits: noticed(waits),
    unknown: waits.unknown.length > 0,
    fullyReversible: facts.verdict.fullyReversible,
  };
}

/** What users may notice: in their words, since neither a lock nor a step tells them anything. */
function noticed({ long }: Waits): readonly string[] {
  const closed = long.filter(({ blocksReads }) => blocksReads).map(({ table }) => table);
  const slow = long.filter(({ blocksReads }) => !blocksReads).map(({ table }) => table);
  return [
    ...(closed.length === 0
      ? []
      : [`what shows or saves ${listing(closed)} stands still for a time`]),
    ...(slow.length === 0 ? [] : [`saving ${listing(slow)} waits for a time`]),
  ];
}
