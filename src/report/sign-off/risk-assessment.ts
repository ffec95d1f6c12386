import {
  codeBlock,
  column,
  field,
  link,
  paragraph,
  row,
  section,
  strong,
  subheading,
  table,
} from '../blocks.ts';
import { byRule, type RuleFindings, remedyNote } from '../by-rule.ts';
import { RATINGS } from '../choices.ts';
import type { ReportContext, RiskFact } from '../context.ts';
import { riskNotes } from '../describe/risk.ts';
import { severityWord } from '../describe/terms.ts';
import { idAnchor, idLinks } from '../links.ts';
import { bandOf, overallBand, RATING_RULE } from '../risk-rating.ts';
import type { Inline, ReportBlock, ReportSection } from '../types.ts';
import { reviewNeeded } from './review-needed.ts';

export function riskAssessment(context: ReportContext): readonly ReportSection[] {
  const { facts } = context;
  return [
    section({
      anchor: 'risk-assessment',
      title: '7 Risk assessment',
      orientation: 'landscape',
      blocks: [
        paragraph(
          'Overall risk: ',
          strong(overallBand(facts.risks) ?? 'none found'),
          `. Most severe finding: ${severityWord(facts.verdict.severity)}.`,
        ),
        paragraph(RATING_RULE),
        grid(context),
      ],
    }),
    section({
      anchor: 'risk-register',
      title: '7.1 Risk register',
      level: 2,
      orientation: 'landscape',
      blocks: [register(context)],
    }),
    ...remedies(context),
    reviewNeeded(context),
  ];
}

const LEVELS = [1, 2, 3, 4, 5] as const;

/** Likelihood downwards from 5, impact to the right; each cell says its band and its risks. */
function grid({ facts }: ReportContext): ReportBlock {
  const cell = (likelihood: number, impact: number) => {
    const ids = facts.risks
      .filter(({ rating }) => rating.likelihood === likelihood && rating.impact === impact)
      .map(({ id }) => id);
    const band = bandOf(likelihood * impact);
    return ids.length === 0 ? band : [`${band}: `, ...idLinks('risk', ids)];
  };
  return table(
    [column('Likelihood', 2), ...LEVELS.map((impact) => column(`Impact ${impact}`, 2))],
    LEVELS.toReversed().map((likelihood) =>
      row([String(likelihood), ...LEVELS.map((impact) => cell(likelihood, impact))]),
    ),
    { caption: 'Likelihood × impact', whenEmpty: 'No risk was found.' },
  );
}

function register(context: ReportContext): ReportBlock {
  return table(
    [
      column('Id', 1),
      column('Cause, event and effect', 9),
      column('Likelihood', 2),
      column('Impact', 2),
      column('Score', 2),
      column('Mitigation', 5),
      column('Residual', 2),
      column('Owner', 2),
    ],
    context.facts.risks.map((risk) => registerRow(context, risk)),
    { whenEmpty: 'No rule found a risk.' },
  );
}

function registerRow(context: ReportContext, risk: RiskFact) {
  const { likelihood, impact, score, band } = risk.rating;
  const tag = `risk.${risk.id.toLowerCase()}`;
  return row(
    [
      risk.id,
      [`${risk.title}. ${risk.message}`, ...riskNotes(risk)].join('\n'),
      rating(`${tag}.likelihood`, 'Likelihood', String(likelihood)),
      rating(`${tag}.impact`, 'Impact', String(impact)),
      `${score} ${band}`,
      mitigation(context, risk),
      rating(`${tag}.residual`, 'Residual score', null),
      field('text', `${tag}.owner`, 'Owner'),
    ],
    { anchor: idAnchor('risk', risk.id) },
  );
}

function rating(tag: string, prompt: string, value: string | null) {
  return field('choice', tag, prompt, { choices: RATINGS, value });
}

/** A sentence is said here; code stands once a rule, in the section after. */
function mitigation({ facts }: ReportContext, risk: RiskFact): string | Inline {
  if (!risk.instead.includes('\n')) return risk.instead;
  const first = facts.risks.find(({ rule }) => rule === risk.rule) ?? risk;
  return link(`Section 7.2, ${first.id}`, '#remedies');
}

/** Why each rule minds, and what to write instead: once a rule, since its findings differ in names. */
function remedies({ facts }: ReportContext): readonly ReportSection[] {
  if (facts.risks.length === 0) return [];
  return [
    section({
      anchor: 'remedies',
      title: '7.2 Why, and what to do instead',
      level: 2,
      orientation: 'landscape',
      blocks: byRule(facts.risks).flatMap(remedy),
    }),
  ];
}

/** Written out for the rule's first finding. A sentence stands in the register already. */
function remedy(findings: RuleFindings<RiskFact>): readonly ReportBlock[] {
  const { first, all } = findings;
  const heading = subheading(`${first.id} ${first.title}`);
  const why = paragraph(first.why);
  if (!first.instead.includes('\n')) return [heading, why];
  const note = all.length === 1 ? 'Instead:' : `Instead, for ${remedyNote(findings)}:`;
  return [heading, why, paragraph(note), codeBlock('ruby', first.instead)];
}
