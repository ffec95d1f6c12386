import { code, column, paragraph, row, section, table } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { changeDefinitions, programText } from '../definitions.ts';
import { objectName } from '../object-types.ts';
import type { ChangeFact } from '../tables.ts';
import type { ReportSection } from '../types.ts';
import { OBJECT_WORDS } from '../words/index.ts';
import { tableSection } from './table-section.ts';

/** What is gone after the change, with its last definition: what a rollback has to bring back. */
export function removedObjects(context: ReportContext): readonly ReportSection[] {
  const removed = context.facts.changes.filter((change) => change.kind === 'removed');
  const tables = context.tables.filter((view) => view.mark === 'removed');
  return [
    section({
      anchor: 'removed-objects',
      title: 'Removed objects',
      blocks: [
        paragraph('What is gone after the change, as it was last defined.'),
        table(
          [column('Id', 1), column('Kind', 2), column('Object', 4), column('Definition', 8)],
          removed.map((change) =>
            row(
              [
                change.id,
                OBJECT_WORDS[change.object.type],
                code(objectName(change.object)),
                code(lastDefinition(context, change)),
              ],
              { mark: 'removed' },
            ),
          ),
          { whenEmpty: 'Nothing is removed.' },
        ),
      ],
    }),
    ...tables.map((view) => tableSection(context, view, 2)),
  ];
}

/** Programs with their whole text, since a rollback creates them from it. */
function lastDefinition({ proposal }: ReportContext, change: ChangeFact): string {
  const program = programText(proposal.before, change.object);
  return program ?? changeDefinitions(change).before ?? '';
}
