import type { RiskFact } from './context.ts';

export type RiskBand = 'low' | 'moderate' | 'high' | 'critical';

/** How likely a risk is and how bad, from 1 to 5: proposed by rule, for people to confirm or override. */
export interface RiskRating {
  readonly likelihood: number;
  readonly impact: number;
  /** Likelihood × impact. */
  readonly score: number;
  readonly band: RiskBand;
  /** What the two numbers rest on, a sentence each, with the day of each figure. */
  readonly reasons: readonly string[];
}

/** The rule, as the documents state it. */
export const RATING_RULE =
  'Proposed by rule, to be confirmed by a person. Impact: danger 4, warning 2, info 1; 5 for a danger whose step loses data or cannot be undone. Likelihood: 3; where somebody waits for a time that depends on the size of a table, 5 for a large one, 4 for one of unknown size, 2 for a small one; 5 where code or a system was found that uses what a danger takes away; 2 for what happens only on the way back. Bands: 1–4 low, 5–9 moderate, 10–14 high, 15–25 critical. The overall risk is the highest band.';

/** Lowest score of each band, highest band first. */
export const BANDS: readonly { readonly from: number; readonly band: RiskBand }[] = [
  { from: 15, band: 'critical' },
  { from: 10, band: 'high' },
  { from: 5, band: 'moderate' },
  { from: 1, band: 'low' },
];

export function bandOf(score: number): RiskBand {
  return BANDS.find(({ from }) => score >= from)?.band ?? 'low';
}

/** The highest band of all risks; null for no risk. */
export function overallBand(risks: readonly RiskFact[]): RiskBand | null {
  return risks.length === 0 ? null : bandOf(Math.max(...risks.map(({ rating }) => rating.score)));
}
