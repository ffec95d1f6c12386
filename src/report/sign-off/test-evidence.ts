import { column, field, paragraph, row, section, table } from '../blocks.ts';
import { TEST_RESULTS } from '../choices.ts';
import type { ReportContext } from '../context.ts';
import { wordsParagraphs } from '../templates.ts';
import type { ReportSection } from '../types.ts';

const ENVIRONMENTS = ['Development', 'Test', 'Staging'] as const;

export function testEvidence({ facts }: ReportContext): ReportSection {
  return section({
    anchor: 'test-evidence',
    title: '11 Test evidence',
    orientation: 'landscape',
    startsOnNewPage: true,
    blocks: [
      ...wordsParagraphs('test-evidence', { digest: facts.digest }).map((text) => paragraph(text)),
      table(
        [
          column('Environment', 2),
          column('Build', 2),
          column('Date', 2),
          column('Executed by', 2),
          column('Result', 2),
          column('Minutes', 1),
          column('Data compared with production', 3),
          column('Rollback tried', 1, 'center'),
          column('Evidence', 3),
        ],
        ENVIRONMENTS.map((environment) => {
          const tag = `test.${environment.toLowerCase()}`;
          return row([
            environment,
            field('text', `${tag}.build`, 'Build or commit'),
            field('date', `${tag}.date`, 'Date'),
            field('text', `${tag}.by`, 'Name'),
            field('choice', `${tag}.result`, 'Result', { choices: TEST_RESULTS }),
            field('text', `${tag}.minutes`, 'Measured'),
            field('text', `${tag}.data`, 'Rows, share of production'),
            field('checkbox', `${tag}.rollback`, 'Tried'),
            field('text', `${tag}.evidence`, 'Link'),
          ]);
        }),
        { whenEmpty: 'There are no environments.' },
      ),
    ],
  });
}
