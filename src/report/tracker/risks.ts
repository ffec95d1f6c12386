import type { ReportContext, RiskFact } from '../context.ts';
import { riskNotes } from '../describe/risk.ts';
import { SEVERITY_WORDS } from '../describe/terms.ts';
import { BANDS, RATING_RULE } from '../risk-rating.ts';
import type { Sheet, SheetColumn } from '../types.ts';
import { filled, formula, input, linkTo, type RowValues, sheet } from './cells.ts';
import { OPEN, RISK_TONES } from './choices.ts';
import { SHEETS } from './names.ts';

const RATING = '1 is lowest, 5 is highest';

const COLUMNS: readonly SheetColumn[] = [
  filled('id', 'Risk', 8),
  filled('step', 'Step', 8),
  filled('severity', 'Severity', 10, { tones: RISK_TONES }),
  filled('rule', 'Rule', 26),
  filled('table', 'Table', 18),
  input('description', 'What can happen', 50, 'Cause, event and effect'),
  filled('because', 'What the numbers rest on', 50),
  input('likelihood', 'Likelihood', 10, RATING, { type: 'number', choices: 'Rating' }),
  input('impact', 'Impact', 10, RATING, { type: 'number', choices: 'Rating' }),
  filled('score', 'Score', 8, { type: 'number' }),
  filled('band', 'Band', 10, { tones: RISK_TONES }),
  input('mitigation', 'Mitigation', 50, 'What is done about it'),
  input('owner', 'Owner', 18),
  input('due', 'Due', 14, null, { type: 'date' }),
  input('residualLikelihood', 'Residual likelihood', 10, RATING, {
    type: 'number',
    choices: 'Rating',
  }),
  input('residualImpact', 'Residual impact', 10, RATING, { type: 'number', choices: 'Rating' }),
  filled('residualScore', 'Residual score', 10, { type: 'number' }),
  input('status', 'Status', 12, 'Where the risk stands', {
    choices: 'RiskStatus',
    tones: { [OPEN]: 'attention', Mitigated: 'good', Accepted: 'good', Closed: 'neutral' },
  }),
];

export function risksSheet({ facts }: ReportContext): Sheet {
  return sheet({
    name: SHEETS.risks,
    purpose: `What can go wrong, and what is done about it. ${RATING_RULE}`,
    columns: COLUMNS,
    spareRows: 10,
    values: facts.risks.map(riskValues),
  });
}

function riskValues(risk: RiskFact): RowValues {
  const { likelihood, impact, score, band } = risk.rating;
  return {
    anchor: risk.id,
    values: {
      id: risk.id,
      step: risk.step === null ? null : linkTo(SHEETS.run, risk.step),
      severity: SEVERITY_WORDS[risk.severity],
      rule: risk.rule,
      table: risk.table,
      description: risk.message,
      because: riskNotes(risk).join('\n'),
      likelihood,
      impact,
      score: formula(product('likelihood', 'impact'), score),
      band: formula(bandFormula(), band),
      mitigation: risk.instead,
      residualScore: formula(product('residualLikelihood', 'residualImpact'), ''),
      status: OPEN,
    },
  };
}

function product(one: string, other: string): string {
  return `IF(OR([@${one}]="",[@${other}]=""),"",[@${one}]*[@${other}])`;
}

/** The band of the score, by the same limits as in the rule. */
function bandFormula(): string {
  const chosen = BANDS.reduceRight(
    (otherwise, { from, band }) =>
      otherwise === '' ? `"${band}"` : `IF([@score]>=${from},"${band}",${otherwise})`,
    '',
  );
  return `IF([@score]="","",${chosen})`;
}
