import type { Evidence, LockClaim } from './lock.ts';
import type { SourceLocation } from './source.ts';

/** Ordered: `info` < `warning` < `danger`. */
export type Severity = 'info' | 'warning' | 'danger';

export const SEVERITIES: readonly Severity[] = ['info', 'warning', 'danger'];

/** How much human review a change needs. Ordered: `spot` < `thorough` < `mandatory`. */
export type ReviewLevel = 'spot' | 'thorough' | 'mandatory';

export const REVIEW_LEVELS: readonly ReviewLevel[] = ['spot', 'thorough', 'mandatory'];

/** One finding of one rule on one operation. */
export interface Hazard {
  /** Id of the rule, as in `docs/rules/`. */
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  /** A sentence with the names of the objects: what happens and until when. */
  readonly message: string;
  /** Why it is dangerous, with the database's fact. */
  readonly why: string;
  /** What to do instead, with the user's own names; code where there is code. */
  readonly instead: string;
  /** Manual section or other source. */
  readonly reference: string;
  /** Position in the proposal's steps, from 0; null for a finding about the release as a whole. */
  readonly step: number | null;
  readonly table: string | null;
  readonly source: SourceLocation | null;
  readonly locks: readonly LockClaim[];
  readonly evidence: Evidence;
  /** True when the author wrapped it in `safety_assured`: still shown, one level lower. */
  readonly suppressed: boolean;
}

/** How much review one operation needs, and why. */
export interface Review {
  readonly level: ReviewLevel;
  /** Clauses that can follow "because", the weightiest first. Never empty. */
  readonly reasons: readonly string[];
}
