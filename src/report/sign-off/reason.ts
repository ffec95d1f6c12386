import { fact, factList, field, paragraph, section } from '../blocks.ts';
import type { ReportSection } from '../types.ts';

export function reason(): ReportSection {
  return section({
    anchor: 'reason',
    title: '3 Reason and benefit',
    blocks: [
      paragraph('No file says why the change is wanted. The requester fills this in.'),
      factList(
        fact(
          'If nothing is done',
          field('text', 'summary.do-nothing', 'What happens without this change'),
        ),
        fact('Reason', field('text', 'reason.reason', 'Why is the change needed?')),
        fact(
          'Benefit',
          field('text', 'reason.benefit', 'What is better afterwards, and for whom?'),
        ),
        fact(
          'Alternatives',
          field('text', 'reason.alternatives', 'What else was considered, and why not?'),
        ),
      ),
    ],
  });
}
