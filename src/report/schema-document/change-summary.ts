import {
  code,
  column,
  link,
  paragraph,
  row,
  section,
  subheading,
  table,
  type Written,
} from '../blocks.ts';
import { changeMatrix } from '../common/change-matrix.ts';
import { driftBlocks } from '../common/drift.ts';
import { opaqueCallout } from '../common/opaque-callout.ts';
import { type ReportContext, risksOf, tableLink, weightiest } from '../context.ts';
import { changeCounts, NO_CHANGE } from '../describe/counts.ts';
import { severityWord } from '../describe/terms.ts';
import { idAnchor, idLinks } from '../links.ts';
import { objectName } from '../object-types.ts';
import { type ChangeFact, MARK_OF } from '../tables.ts';
import type { ReportBlock, ReportSection } from '../types.ts';
import { describeWhatHappens, objectWord, sentenceCase } from '../words/index.ts';

export function changeSummary(context: ReportContext): ReportSection {
  return section({
    anchor: 'change-summary',
    title: 'Change summary',
    startsOnNewPage: true,
    blocks: [
      ...opaqueCallout(context),
      ...driftBlocks(context),
      ...(context.facts.changes.length === 0 ? [paragraph(NO_CHANGE)] : blocks(context)),
    ],
  });
}

function blocks(context: ReportContext): readonly ReportBlock[] {
  const { facts } = context;
  return [
    paragraph(`${sentenceCase(changeCounts(facts.verdict.counts))}.`),
    changeMatrix(context),
    subheading('Changed objects'),
    table(
      [column('Id', 1), column('Object', 6), column('What happens', 7), column('Risk', 3)],
      facts.changes.map((change) =>
        row(
          [
            change.id,
            [
              `${objectWord(change.object)} `,
              link(objectName(change.object), changeTarget(context, change)),
            ],
            describeWhatHappens(change),
            riskCell(context, change),
          ],
          { mark: MARK_OF[change.kind], anchor: idAnchor('change', change.id) },
        ),
      ),
      { whenEmpty: NO_CHANGE },
    ),
    ...possibleRenames(context),
  ];
}

function riskCell(context: ReportContext, change: ChangeFact): readonly Written[] {
  if (change.risks.length === 0) return [''];
  const word = severityWord(weightiest(risksOf(context, change.risks)));
  return [`${word}: `, ...idLinks('risk', change.risks)];
}

/** Where the document shows the object; null for one that has no place of its own. */
function changeTarget(context: ReportContext, { object, kind }: ChangeFact): string | null {
  const table = object.type === 'table' ? object.name : object.table;
  if (table !== null) return tableLink(context, table);
  return kind === 'removed' ? '#removed-objects' : '#other-objects';
}

function possibleRenames({ facts }: ReportContext): readonly ReportBlock[] {
  if (facts.possibleRenames.length === 0) return [];
  return [
    subheading('Possible renames'),
    table(
      [column('From', 3), column('To', 3), column('Because', 6)],
      facts.possibleRenames.map(({ table: owner, from, to, reason }) => {
        const prefix = owner === null ? '' : `${owner}.`;
        return row([code(`${prefix}${from}`), code(`${prefix}${to}`), reason]);
      }),
      {
        caption: 'Shown as removed and added; each may be one object with a new name.',
        whenEmpty: 'There are none.',
      },
    ),
  ];
}
