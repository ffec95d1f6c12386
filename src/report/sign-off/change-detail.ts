import {
  code,
  codeBlock,
  column,
  fact,
  factList,
  paragraph,
  row,
  section,
  table,
} from '../blocks.ts';
import { type ChangeGroup, changeGroups } from '../change-groups.ts';
import { type ReportContext, type RiskFact, risksOf, stepsOf } from '../context.ts';
import { changeDefinitions } from '../definitions.ts';
import { NO_CHANGE } from '../describe/counts.ts';
import { engineWords } from '../describe/engine.ts';
import { FIDELITY_WORDS, SEVERITY_WORDS } from '../describe/terms.ts';
import { changedTablesDiagram } from '../diagram/index.ts';
import { fidelityOf, lockWordsOf, rollbackOf, sqlOf } from '../effects.ts';
import { idAnchor, idLinks } from '../links.ts';
import { objectName } from '../object-types.ts';
import { type ChangeFact, MARK_OF } from '../tables.ts';
import type { Fact, Inline, ReportBlock, ReportSection } from '../types.ts';
import { objectWord } from '../words/index.ts';

export function changeDetail(context: ReportContext): readonly ReportSection[] {
  const { changes } = context.facts;
  return [
    section({
      anchor: 'change-detail',
      title: '5 Change detail',
      startsOnNewPage: true,
      blocks: changes.length === 0 ? [paragraph(NO_CHANGE)] : diagram(context),
    }),
    ...changeGroups(context).map((group, position) => oneGroup(context, group, position)),
  ];
}

/** The tables of this document have no section of their own, so the boxes link to nothing. */
function diagram(context: ReportContext): readonly ReportBlock[] {
  const drawn = changedTablesDiagram(context);
  if (drawn === null) return [];
  const boxes = drawn.boxes.map((box) => ({ ...box, link: null }));
  return [{ kind: 'diagram', diagram: { ...drawn, boxes } }];
}

function oneGroup(context: ReportContext, group: ChangeGroup, position: number): ReportSection {
  const { lead, others } = group;
  const steps = stepIdsOf(group);
  const sql = sqlOf(context, steps);
  return section({
    anchor: idAnchor('change', lead.id),
    title: `5.${position + 1} ${lead.id} ${objectWord(lead.object)} ${objectName(lead.object)}`,
    level: 2,
    mark: MARK_OF[lead.kind],
    blocks: [
      ...(others.length === 0 ? [] : [withIt(others)]),
      factList(...changeRows(context, lead, steps)),
      ...(sql.length === 0 ? [] : [codeBlock('sql', sql.join('\n'))]),
    ],
  });
}

function stepIdsOf({ lead, others }: ChangeGroup): readonly string[] {
  return [lead, ...others].flatMap(({ steps }) => steps);
}

/** The changes that come with the one of the heading, a row each. */
function withIt(others: readonly ChangeFact[]): ReportBlock {
  return table(
    [column('With it', 1), column('What changes', 9), column('Steps', 2)],
    others.map((change) =>
      row([change.id, change.words, idLinks('step', change.steps)], {
        anchor: idAnchor('change', change.id),
        mark: MARK_OF[change.kind],
      }),
    ),
    { whenEmpty: 'Nothing comes with it.' },
  );
}

function changeRows(
  context: ReportContext,
  change: ChangeFact,
  steps: readonly string[],
): readonly Fact[] {
  const { before, after } = changeDefinitions(change);
  const rollback = rollbackOf(context, steps);
  return [
    ...definitions(change, before, after),
    fact('Steps', ...idLinks('step', [...new Set(steps)])),
    fact(
      `Locks on ${engineWords(context.proposal.engine)}`,
      lockWordsOf(context, stepsOf(context, steps)).join('\n'),
    ),
    fact('Risk', ...riskWords(risksOf(context, change.risks))),
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

/** What the object was and is; of one that is renamed and else the same, its names and that. */
function definitions(
  change: ChangeFact,
  before: string | null,
  after: string | null,
): readonly Fact[] {
  if (change.kind === 'renamed' && before === after && after !== null) {
    return [
      fact('Before', code(change.from ?? '')),
      fact('After', code(change.object.name)),
      fact('Stays', code(after)),
    ];
  }
  return [
    ...(before === null ? [] : [fact('Before', code(before))]),
    fact('After', after === null ? 'not there' : code(after)),
  ];
}

/** Each finding with a link to the register, which says what to do instead. */
function riskWords(risks: readonly RiskFact[]): readonly (string | Inline)[] {
  if (risks.length === 0) return ['none found'];
  return risks.flatMap(({ id, severity, message }, position) => [
    position === 0 ? '' : '\n',
    ...idLinks('risk', [id]),
    ` (${SEVERITY_WORDS[severity]}): ${message}`,
  ]);
}
