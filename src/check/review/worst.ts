import type { DraftedBy } from '../../model/hazard.ts';
import { DRAFTED_BY, ROLLBACK_CLASSES } from '../../model/review-policy.ts';
import type { RollbackClass } from '../../model/rollback.ts';

/** The one that leaves most to people; `automatic` for none. */
export function worst(classes: readonly RollbackClass[]): RollbackClass {
  return ROLLBACK_CLASSES.findLast((each) => classes.includes(each)) ?? 'automatic';
}

/** The one that leaves most to people; `tool` for none. */
export function mostHuman(drafts: readonly DraftedBy[]): DraftedBy {
  return DRAFTED_BY.findLast((each) => drafts.includes(each)) ?? 'tool';
}
