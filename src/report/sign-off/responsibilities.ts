import { anchorText } from '../anchors.ts';
import { column, fact, factList, field, paragraph, row, section, table } from '../blocks.ts';
import type { ReportSection } from '../types.ts';

const TASKS: readonly string[] = [
  'Request and reason',
  'Migrations',
  'Review of locks and rollback',
  'Tests',
  'Personal or sensitive data',
  'Running the steps',
  'Verification',
  'Decision to back out',
  'Approval',
];

const PARTS = [
  { key: 'responsible', title: 'Responsible', prompt: 'Who does it' },
  { key: 'accountable', title: 'Accountable', prompt: 'Who answers for it' },
  { key: 'consulted', title: 'Consulted', prompt: 'Who is asked' },
  { key: 'informed', title: 'Informed', prompt: 'Who is told' },
] as const;

export function responsibilities(): ReportSection {
  return section({
    anchor: 'responsibilities',
    title: '13 Roles (RACI)',
    startsOnNewPage: true,
    blocks: [
      table(
        [column('Task', 3), ...PARTS.map(({ title }) => column(title, 3))],
        TASKS.map((task) =>
          row([
            task,
            ...PARTS.map(({ key, prompt }) =>
              field('text', `raci.${anchorText(task)}.${key}`, prompt),
            ),
          ]),
        ),
        { whenEmpty: 'There are no tasks.' },
      ),
    ],
  });
}

const STATEMENTS = [
  { key: 'author-approver', text: 'No author of a migration approves this change.' },
  { key: 'author-implementer', text: 'No author of a migration runs the steps in production.' },
  { key: 'implementer-verifier', text: 'Who runs the steps does not verify them alone.' },
] as const;

export function segregationOfDuties(): ReportSection {
  return section({
    anchor: 'segregation-of-duties',
    title: '14 Segregation of duties',
    blocks: [
      factList(
        fact('Authors', field('text', 'duties.authors', 'Who wrote the migrations')),
        fact('Implementer', field('text', 'duties.implementer', 'Who runs the steps')),
        fact('Verifier', field('text', 'duties.verifier', 'Who verifies them')),
      ),
      table(
        [column('Statement', 8), column('Holds', 2, 'center')],
        STATEMENTS.map(({ key, text }) => row([text, field('checkbox', `duties.${key}`, 'Holds')])),
        { whenEmpty: 'There are no statements.' },
      ),
      paragraph(
        'A name that stands both among the authors and among approvers or implementers has to be explained:',
      ),
      factList(
        fact('Explanation', field('text', 'duties.explanation', 'Why one person does both')),
      ),
    ],
  });
}
