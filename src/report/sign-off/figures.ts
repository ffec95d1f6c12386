import { column, paragraph, row, section, table } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { rowsWords } from '../describe/lock.ts';
import { grouped, sizeWords } from '../numbers.ts';
import type { ReportSection } from '../types.ts';

type Figures = ReportContext['facts']['figures'];

/** How large the touched tables are, and how that is known. */
export function tableFigures({ facts }: ReportContext): ReportSection {
  const { figures } = facts;
  return section({
    anchor: 'figures',
    title: '6.1 Sizes of the tables',
    level: 2,
    orientation: 'landscape',
    blocks: [
      paragraph(introduction(figures)),
      table(
        [
          column('Table', 5),
          column('Rows', 5),
          column('Counts as', 2),
          column('Size of the rows', 3, 'right'),
          column('Size of its indexes', 3, 'right'),
          column('Dead rows', 2, 'right'),
          column('Statistics of', 3),
        ],
        figures.tables.map(({ table: name, rows, size, surveyed }) =>
          row([
            name,
            rowsWords(rows),
            rows === null ? `${size}, since it is not known` : size,
            sizeWords(surveyed?.bytes ?? null),
            sizeWords(surveyed?.indexBytes ?? null),
            surveyed?.deadRows == null ? '–' : grouped(surveyed.deadRows),
            surveyed?.analyzedAt?.slice(0, 10) ?? '–',
          ]),
        ),
        { whenEmpty: 'The release touches no table that is there before it.' },
      ),
    ],
  });
}

function introduction({ sizes, surveyedAt }: Figures): string {
  const limits = `Below ${grouped(sizes.small)} rows a table is small, from ${grouped(sizes.large)} it is large; one of unknown size counts as large.`;
  return surveyedAt === null
    ? `No survey of the database was given. ${limits}`
    : `The database was asked at ${surveyedAt}. ${limits}`;
}
