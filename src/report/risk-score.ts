import type { Severity } from '../model/hazard.ts';
import { own } from '../model/own.ts';
import type { ProposalOptions } from '../model/proposal.ts';
import type { RiskFact } from './context.ts';
import { waitsLong } from './describe/lock.ts';

export type RiskBand = 'low' | 'moderate' | 'high' | 'critical';

/** A proposal for people to confirm or override. Both numbers are 1 to 5. */
export interface RiskScore {
  readonly likelihood: number;
  readonly impact: number;
  /** Likelihood × impact. */
  readonly score: number;
  readonly band: RiskBand;
}

/** The rule, as the documents state it. */
export const SCORE_RULE =
  'Proposed by rule, to be confirmed by a person. Impact: danger 4, warning 2, info 1. Likelihood: 3, but where somebody waits for a time that depends on the size of a table, 4 for a table that is large or of unknown size and 2 for a small one. Bands: 1–4 low, 5–9 moderate, 10–14 high, 15–25 critical. The overall risk is the highest band.';

const IMPACTS: { readonly [S in Severity]: number } = { danger: 4, warning: 2, info: 1 };

/** Lowest score of each band, highest band first. */
export const BANDS: readonly { readonly from: number; readonly band: RiskBand }[] = [
  { from: 15, band: 'critical' },
  { from: 10, band: 'high' },
  { from: 5, band: 'moderate' },
  { from: 1, band: 'low' },
];

export function scoreRisk(risk: RiskFact, options: ProposalOptions): RiskScore {
  const likelihood = likelihoodOf(risk, options);
  const impact = IMPACTS[risk.severity];
  const score = likelihood * impact;
  return { likelihood, impact, score, band: bandOf(score) };
}

export function bandOf(score: number): RiskBand {
  return BANDS.find(({ from }) => score >= from)?.band ?? 'low';
}

/** The highest band of all risks; null for no risk. */
export function overallBand(risks: readonly RiskFact[], options: ProposalOptions): RiskBand | null {
  const scores = risks.map((risk) => scoreRisk(risk, options).score);
  return scores.length === 0 ? null : bandOf(Math.max(...scores));
}

function likelihoodOf({ locks }: RiskFact, { rows, sizes }: ProposalOptions): number {
  const waits = locks.filter(waitsLong);
  if (waits.length === 0) return 3;
  const likelihoods = waits.map(({ table }) => {
    const known = own(rows, table);
    if (known === undefined || known.rows >= sizes.large) return 4;
    return known.rows < sizes.small ? 2 : 3;
  });
  return Math.max(...likelihoods);
}
