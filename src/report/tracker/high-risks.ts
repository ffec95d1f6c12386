import type { ReportContext } from '../context.ts';
import type { RiskBand } from '../risk-rating.ts';
import { OPEN } from './choices.ts';
import { SHEETS } from './names.ts';

const HIGH: readonly RiskBand[] = ['high', 'critical'];

/** Counts the risks of a high band whose status is open. */
export const HIGH_RISKS_OPEN = HIGH.map(
  (band) => `COUNTIFS([${SHEETS.risks}!band],"${band}",[${SHEETS.risks}!status],"${OPEN}")`,
).join('+');

/** The formula's value while every risk is open. */
export function highRiskCount({ facts }: ReportContext): number {
  return facts.risks.filter((risk) => HIGH.includes(risk.rating.band)).length;
}
