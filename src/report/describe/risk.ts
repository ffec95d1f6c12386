import type { Hazard } from '../../model/hazard.ts';
import { formatLocation } from '../../model/source.ts';
import type { RiskFact } from '../context.ts';

/** What happens, and who says that it was looked at. */
export function riskMessage(risk: Pick<Hazard, 'message' | 'suppression'>): string {
  return [risk.message, ...suppressionNotes(risk)].join(' ');
}

/** What the proposed numbers rest on, and who says that it was looked at: a sentence each. */
export function riskNotes(risk: RiskFact): readonly string[] {
  return [...risk.rating.reasons, ...suppressionNotes(risk)];
}

const SUPPRESSED_BY = { safety_assured: 'safety_assured', comment: 'a comment' } as const;

/** Who says that a finding was looked at, and why: a sentence; empty when nobody does. */
export function suppressionNotes({ suppression }: Pick<Hazard, 'suppression'>): readonly string[] {
  if (suppression === null) return [];
  const { by, reason, source } = suppression;
  const because = reason === null ? 'without a reason' : `because: ${reason}`;
  return [`Suppressed by ${SUPPRESSED_BY[by]} (${formatLocation(source)}), ${because}.`];
}
