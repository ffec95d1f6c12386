import { column, field, paragraph, row, section, strong, table } from '../blocks.ts';
import { RATINGS } from '../choices.ts';
import type { ReportContext, RiskFact } from '../context.ts';
import { severityWord } from '../describe/terms.ts';
import { idAnchor, idLinks } from '../links.ts';
import { bandOf, overallBand, SCORE_RULE, scoreRisk } from '../risk-score.ts';
import type { ReportBlock, ReportSection } from '../types.ts';

export function riskAssessment(context: ReportContext): readonly ReportSection[] {
  const { facts, proposal } = context;
  return [
    section({
      anchor: 'risk-assessment',
      title: '7 Risk assessment',
      orientation: 'landscape',
      startsOnNewPage: true,
      blocks: [
        paragraph(
          'Overall risk: ',
          strong(overallBand(facts.risks, proposal.options) ?? 'none found'),
          `. Most severe finding: ${severityWord(facts.verdict.severity)}.`,
        ),
        paragraph(SCORE_RULE),
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
  ];
}

const LEVELS = [1, 2, 3, 4, 5] as const;

/** Likelihood downwards from 5, impact to the right; each cell says its band and its risks. */
function grid({ facts, proposal }: ReportContext): ReportBlock {
  const scored = facts.risks.map((risk) => ({ risk, ...scoreRisk(risk, proposal.options) }));
  const cell = (likelihood: number, impact: number) => {
    const ids = scored
      .filter((one) => one.likelihood === likelihood && one.impact === impact)
      .map((one) => one.risk.id);
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
      column('Cause, event and effect', 7),
      column('Likelihood', 2),
      column('Impact', 2),
      column('Score', 2),
      column('Mitigation', 6),
      column('Residual', 2),
      column('Owner', 2),
    ],
    context.facts.risks.map((risk) => registerRow(context, risk)),
    { whenEmpty: 'No rule found a risk.' },
  );
}

function registerRow({ proposal }: ReportContext, risk: RiskFact) {
  const { likelihood, impact, score, band } = scoreRisk(risk, proposal.options);
  const tag = `risk.${risk.id.toLowerCase()}`;
  return row(
    [
      risk.id,
      `${risk.title}. ${risk.message} ${risk.why}`,
      rating(`${tag}.likelihood`, 'Likelihood', String(likelihood)),
      rating(`${tag}.impact`, 'Impact', String(impact)),
      `${score} ${band}`,
      risk.instead,
      rating(`${tag}.residual`, 'Residual score', null),
      field('text', `${tag}.owner`, 'Owner'),
    ],
    { anchor: idAnchor('risk', risk.id) },
  );
}

function rating(tag: string, prompt: string, value: string | null) {
  return field('choice', tag, prompt, { choices: RATINGS, value });
}
