import { code, codeBlock, fact, factList, paragraph, section } from '../blocks.ts';
import { type ReportContext, risksOf, stepsOf } from '../context.ts';
import { changeDefinitions } from '../definitions.ts';
import { NO_CHANGE } from '../describe/counts.ts';
import { engineWords } from '../describe/engine.ts';
import { FIDELITY_WORDS, SEVERITY_WORDS } from '../describe/terms.ts';
import { changedTablesDiagram } from '../diagram/index.ts';
import { fidelityOf, lockWordsOf, rollbackOf, sqlOf } from '../effects.ts';
import { idAnchor, idLinks } from '../links.ts';
import { objectName } from '../object-types.ts';
import { type ChangeFact, MARK_OF } from '../tables.ts';
import type { Fact, ReportBlock, ReportSection } from '../types.ts';
import { OBJECT_WORDS } from '../words/index.ts';

export function changeDetail(context: ReportContext): readonly ReportSection[] {
  const { changes } = context.facts;
  return [
    section({
      anchor: 'change-detail',
      title: '5 Change detail',
      startsOnNewPage: true,
      blocks: changes.length === 0 ? [paragraph(NO_CHANGE)] : diagram(context),
    }),
    ...changes.map((change, position) => oneChange(context, change, position)),
  ];
}

/** The tables of this document have no section of their own, so the boxes link to nothing. */
function diagram(context: ReportContext): readonly ReportBlock[] {
  const drawn = changedTablesDiagram(context);
  if (drawn === null) return [];
  const boxes = drawn.boxes.map((box) => ({ ...box, link: null }));
  return [{ kind: 'diagram', diagram: { ...drawn, boxes } }];
}

function oneChange(context: ReportContext, change: ChangeFact, position: number): ReportSection {
  const sql = sqlOf(context, change.steps);
  return section({
    anchor: idAnchor('change', change.id),
    title: `5.${position + 1} ${change.id} ${OBJECT_WORDS[change.object.type]} ${objectName(change.object)}`,
    level: 2,
    mark: MARK_OF[change.kind],
    blocks: [
      paragraph(change.words),
      factList(...changeRows(context, change)),
      ...(sql.length === 0 ? [] : [codeBlock('sql', sql.join('\n'))]),
    ],
  });
}

function changeRows(context: ReportContext, change: ChangeFact): readonly Fact[] {
  const { before, after } = changeDefinitions(change);
  const risks = risksOf(context, change.risks);
  const rollback = rollbackOf(context, change.steps);
  return [
    fact('Before', before === null ? 'not there' : code(before)),
    fact('After', after === null ? 'not there' : code(after)),
    fact('Steps', ...idLinks('step', change.steps)),
    fact(
      `Locks on ${engineWords(context.facts)}`,
      lockWordsOf(stepsOf(context, change.steps)).join('\n'),
    ),
    fact(
      'Risk',
      risks.length === 0
        ? 'none found'
        : risks
            .map((risk) => `${risk.id} (${SEVERITY_WORDS[risk.severity]}): ${risk.message}`)
            .join('\n'),
    ),
    ...(risks.length === 0
      ? []
      : [fact('Instead', risks.map((risk) => `${risk.id}: ${risk.instead}`).join('\n'))]),
    fact(
      'Way back',
      `${FIDELITY_WORDS[fidelityOf(rollback)]}: `,
      ...idLinks(
        'rollback',
        rollback.map((step) => step.id),
      ),
    ),
  ];
}
