import { codeBlock, paragraph, section } from '../blocks.ts';
import { changedSql } from '../changed-sql.ts';
import type { ReportContext } from '../context.ts';
import { objectName } from '../object-types.ts';
import type { TableView } from '../tables.ts';
import type { ReportBlock, ReportSection } from '../types.ts';
import { objectWord } from '../words/index.ts';
import { tableSection } from './table-section.ts';

/** What is gone after the change, with its last definition: what a rollback has to bring back. */
export function removedObjects(context: ReportContext): readonly ReportSection[] {
  const parts = context.facts.changes.filter(
    ({ kind, object }) => kind === 'removed' && object.type !== 'table',
  );
  const tables = context.tables.filter((view) => view.mark === 'removed');
  const isNone = parts.length + tables.length === 0;
  return [
    section({
      anchor: 'removed-objects',
      title: 'Removed objects',
      blocks: [
        paragraph(
          isNone ? 'Nothing is removed.' : 'What is gone after the change, as it was last defined.',
        ),
        ...parts.map((change) =>
          codeBlock(
            'sql',
            changedSql(context, change).before ?? change.words,
            `${change.id} ${objectWord(change.object)} ${objectName(change.object)}`,
          ),
        ),
      ],
    }),
    ...tables.map((view) => removedTable(context, view)),
  ];
}

function removedTable(context: ReportContext, view: TableView): ReportSection {
  const shown = tableSection(context, view, 2);
  const definitions = view.changes.flatMap((change): readonly ReportBlock[] => {
    const { before } = changedSql(context, change);
    const isWhole = change.object.type === 'table' && before !== null;
    return isWhole ? [codeBlock('sql', before, 'Last definition')] : [];
  });
  return { ...shown, startsOnNewPage: false, blocks: [...shown.blocks, ...definitions] };
}
