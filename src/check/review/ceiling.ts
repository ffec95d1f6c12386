import type { Review } from '../../model/hazard.ts';
import { REVIEW_CLASSES } from '../../model/review-policy.ts';
import type { RollbackClass } from '../../model/rollback.ts';
import { POLICY } from './policy.ts';

/** What the review policy lets the plan of the way back promise of one step. */
export interface RollbackCeiling {
  readonly class: RollbackClass;
  /** Why it is no better, a clause; null when it is automatic. */
  readonly reason: string | null;
  /** What a person has to answer first; empty where nothing is asked. */
  readonly questions: readonly string[];
}

/** The best that the way back of a step may be. */
export function ceilingOf({ class: name, rollback, rollbackReason }: Review): RollbackCeiling {
  return {
    class: rollback,
    reason: rollbackReason,
    questions: rollback === 'humanOnly' ? [questionOf(name)] : [],
  };
}

function questionOf(name: string): string {
  const known = REVIEW_CLASSES.find((each) => each === name);
  const entry = known && POLICY[known];
  return entry?.rollback === 'humanOnly'
    ? entry.question
    : 'Who decides that it is undone, and what has to be put right by hand?';
}
