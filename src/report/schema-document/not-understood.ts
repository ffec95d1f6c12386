import { paragraph, section } from '../blocks.ts';
import { opaqueTable } from '../common/opaque-table.ts';
import type { ReportContext } from '../context.ts';
import type { ReportSection } from '../types.ts';

export function notUnderstood(context: ReportContext): ReportSection {
  return section({
    anchor: 'not-understood',
    title: 'Not understood, not predicted',
    blocks: [
      paragraph(
        'What these statements do to the schema is not in this document. A person has to check each of them.',
      ),
      opaqueTable(context),
    ],
  });
}
