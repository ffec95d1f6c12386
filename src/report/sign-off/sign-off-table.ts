import {
  code,
  column,
  fact,
  factList,
  field,
  paragraph,
  row,
  section,
  subheading,
  table,
} from '../blocks.ts';
import { DECISIONS } from '../choices.ts';
import type { ReportContext } from '../context.ts';
import { wordsText } from '../templates.ts';
import type { ReportSection } from '../types.ts';

export function signOffTable({ facts }: ReportContext): ReportSection {
  return section({
    anchor: 'sign-off',
    title: '16 Sign-off',
    orientation: 'landscape',
    startsOnNewPage: true,
    blocks: [
      paragraph(wordsText('sign-off', {})),
      factList(fact('Input digest', code(`sha256:${facts.digest}`))),
      table(
        [
          column('Role', 2),
          column('What is confirmed', 8),
          column('Name', 3),
          column('Decision', 3),
          column('Conditions or comments', 4),
          column('Date', 2),
          column('Signature or ticket', 3),
        ],
        facts.roles.map(({ id, title, statement }) =>
          row([
            title,
            statement,
            field('text', `signoff.${id}.name`, 'Name'),
            field('choice', `signoff.${id}.decision`, 'Decision', { choices: DECISIONS }),
            field('text', `signoff.${id}.conditions`, 'Conditions'),
            field('date', `signoff.${id}.date`, 'Date'),
            field('text', `signoff.${id}.reference`, 'Reference'),
          ]),
        ),
        { whenEmpty: 'No role signs.' },
      ),
      subheading('Back-out without further approval'),
      paragraph(wordsText('back-out-authority', {})),
      factList(
        fact('Agreed', field('checkbox', 'authority.back-out', 'Agreed')),
        fact('By', field('text', 'authority.back-out.by', 'Name and date')),
      ),
      subheading('Emergency'),
      table(
        [
          column('Approved verbally', 2),
          column('By', 3),
          column('On', 3),
          column('Review due by', 3),
        ],
        [
          row([
            field('checkbox', 'emergency.verbal', 'Approved'),
            field('text', 'emergency.by', 'Name'),
            field('date', 'emergency.date', 'Date and time'),
            field('date', 'emergency.review', 'Date of the review afterwards'),
          ]),
        ],
        { whenEmpty: '' },
      ),
    ],
  });
}
