import { contentsSection } from '../common/contents.ts';
import type { ReportContext } from '../context.ts';
import type { ReportDocument } from '../types.ts';
import { appendix } from './appendix.ts';
import { changeSummary } from './change-summary.ts';
import { columnDictionary } from './column-dictionary.ts';
import { cover } from './cover.ts';
import { diagramSections } from './diagrams.ts';
import { documentControl } from './document-control.ts';
import { findings } from './findings.ts';
import { howToRead } from './how-to-read.ts';
import { notUnderstood } from './not-understood.ts';
import { objectSections } from './objects.ts';
import { removedObjects } from './removed.ts';
import { tableIndex } from './table-index.ts';
import { tableSections } from './table-section.ts';

/** The schema as it will be after the change, with every change marked: the PDF. */
export function buildSchemaDocument(context: ReportContext): ReportDocument {
  const { facts } = context;
  return {
    title: `Schema of ${facts.project}`,
    subtitle: 'Proposed: the schema after the change, predicted from files',
    cover: cover(context),
    sections: [
      documentControl(context),
      howToRead(),
      contentsSection(),
      changeSummary(context),
      findings(context),
      notUnderstood(context),
      ...diagramSections(context),
      tableIndex(context),
      ...tableSections(context),
      ...objectSections(context),
      ...removedObjects(context),
      columnDictionary(context),
      ...appendix(context),
    ],
  };
}
