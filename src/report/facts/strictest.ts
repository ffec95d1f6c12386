import { REVIEW_LEVELS, type ReviewLevel } from '../../model/hazard.ts';
import type { Step } from '../../model/proposal.ts';

/** The strictest review that any of the steps needs; null for no step. */
export function strictestReview(steps: readonly Step[]): ReviewLevel | null {
  return (
    REVIEW_LEVELS.findLast((level) => steps.some(({ review }) => review.level === level)) ?? null
  );
}
