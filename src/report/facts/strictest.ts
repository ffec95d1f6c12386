import { REVIEW_LEVELS, type ReviewLevel } from '../../model/hazard.ts';
import type { Step } from '../../model/proposal.ts';
import type { RollbackClass } from '../../model/rollback.ts';

/** The strictest review that any of the steps needs; null for no step. */
export function strictestReview(steps: readonly Step[]): ReviewLevel | null {
  return (
    REVIEW_LEVELS.findLast((level) => steps.some(({ review }) => review.level === level)) ?? null
  );
}

/** From what needs nobody to what only a person can do. */
const CLASSES: readonly RollbackClass[] = ['automatic', 'assisted', 'humanOnly'];

/** Who may undo all of the steps; null for no step. */
export function leastRollback(steps: readonly Step[]): RollbackClass | null {
  return CLASSES.findLast((each) => steps.some(({ review }) => review.rollback === each)) ?? null;
}
