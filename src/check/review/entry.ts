import type { ReviewLevel } from '../../model/hazard.ts';
import type { OperationKind, OperationOf } from '../../model/operation.ts';
import type { RuleContext } from '../context.ts';

/** A level with its reason: a clause that can follow "because". */
export interface ReviewEntry {
  readonly level: ReviewLevel;
  readonly reason: string;
}

/** What the policy says about one kind of operation, before what is known of its surroundings. */
export type BaseReview<K extends OperationKind> = (
  operation: OperationOf<K>,
  context: RuleContext,
) => ReviewEntry;

export type BaseReviews = { readonly [K in OperationKind]: BaseReview<K> };

export const spot = (reason: string): ReviewEntry => ({ level: 'spot', reason });
export const thorough = (reason: string): ReviewEntry => ({ level: 'thorough', reason });
export const mandatory = (reason: string): ReviewEntry => ({ level: 'mandatory', reason });
