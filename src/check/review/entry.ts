import type { DraftedBy, ReviewLevel } from '../../model/hazard.ts';
import type { OperationKind, OperationOf } from '../../model/operation.ts';
import type { ReviewClass } from '../../model/review-policy.ts';
import type { RollbackClass } from '../../model/rollback.ts';
import type { RuleContext } from '../context.ts';

/** What asks for more than the policy says of the class, with its reason: a clause that can follow "because". */
export interface ReviewEntry {
  readonly level: ReviewLevel;
  readonly reason: string;
  /** Who may draft it at most; left out for whoever the class lets. */
  readonly draft?: DraftedBy;
  /** How it may be rolled back at best; left out for what the class says. */
  readonly rollback?: RollbackClass;
}

/** The row of the policy that an operation falls under. */
export interface Classified {
  readonly class: ReviewClass;
  /** Why that row asks for its level, with the names of the objects: a clause. */
  readonly reason: string;
  /** What the row itself says to escalate. */
  readonly escalations: readonly ReviewEntry[];
}

/** Tells one kind of operation its row of the policy. */
export type Classifier<K extends OperationKind> = (
  operation: OperationOf<K>,
  context: RuleContext,
) => Classified;

export type Classifiers = { readonly [K in OperationKind]: Classifier<K> };

/** A row with its reason, and what escalates it; null for what does not hold. */
export function classified(
  reviewClass: ReviewClass,
  reason: string,
  ...escalations: readonly (ReviewEntry | null)[]
): Classified {
  return {
    class: reviewClass,
    reason,
    escalations: escalations.filter((entry) => entry !== null),
  };
}

/** The reason for a sign-off where a condition holds; null where it does not. */
export function mandatoryIf(holds: boolean, reason: string): ReviewEntry | null {
  return holds ? { level: 'mandatory', reason } : null;
}
