import { column, field, row, section, table } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { openPointsOf } from '../open-points/index.ts';
import type { ReportSection } from '../types.ts';

/** What has to be settled before the change can be approved. */
export function openPoints(context: ReportContext): ReportSection {
  return section({
    anchor: 'open-points',
    title: '15 Open points',
    blocks: [
      table(
        [column('Id', 1), column('Open point', 8), column('Owner', 2), column('Due', 2)],
        openPointsOf(context).map(({ id, text }, position) =>
          row([
            id,
            text,
            field('text', `open.${position + 1}.owner`, 'Owner'),
            field('date', `open.${position + 1}.due`, 'Due'),
          ]),
        ),
        { whenEmpty: 'The files leave nothing open.' },
      ),
    ],
  });
}
