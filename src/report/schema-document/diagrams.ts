import { paragraph, section } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { changedTablesDiagram, overviewDiagram } from '../diagram/index.ts';
import type { ReportSection } from '../types.ts';

/** The diagram of what changes, then the whole schema when it is small enough to be read. */
export function diagramSections(context: ReportContext): readonly ReportSection[] {
  const changed = changedTablesDiagram(context);
  const overview = overviewDiagram(context);
  return [
    section({
      anchor: 'diagram-of-changes',
      title: 'Diagram of changed tables',
      orientation: 'landscape',
      startsOnNewPage: true,
      blocks:
        changed === null
          ? [paragraph(noDiagram(context))]
          : [{ kind: 'diagram', diagram: changed }],
    }),
    ...(overview === null
      ? []
      : [
          section({
            anchor: 'diagram-of-all-tables',
            title: 'Diagram of all tables',
            orientation: 'landscape',
            startsOnNewPage: true,
            blocks: [{ kind: 'diagram', diagram: overview }],
          }),
        ]),
  ];
}

function noDiagram({ tables }: ReportContext): string {
  return tables.every((view) => view.mark === 'none')
    ? 'No table changes.'
    : 'Too many tables change for one diagram; each has its own in its section.';
}
