import type { Evidence, LockClaim } from './lock.ts';
import type { RollbackClass } from './rollback.ts';
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
  /** `down` for what happens when the migration is rolled back by its own way back. */
  readonly direction: 'up' | 'down';
  /** Who says that it was looked at: still shown, one level lower. Null when nobody does. */
  readonly suppression: HazardSuppression | null;
}

/** What made a finding count one level less. */
export interface HazardSuppression {
  readonly by: 'safety_assured' | 'comment';
  /** In the author's words; null where none was given. */
  readonly reason: string | null;
  readonly source: SourceLocation;
}

/** How much review one operation needs, who may prepare it, and why. */
export interface Review {
  /** Row of the policy that it falls under, as in `docs/review-policy.md`: `drop-column`. */
  readonly class: string;
  readonly level: ReviewLevel;
  readonly draft: DraftedBy;
  /** At best: the plan of the way back may say less. */
  readonly rollback: RollbackClass;
  /** Why it is not automatic, a clause that can follow "because"; null when it is. */
  readonly rollbackReason: string | null;
  /** Clauses that can follow "because", the weightiest first. Never empty. */
  readonly reasons: readonly string[];
}

/** How much review a migration or a release needs: the maximum of its steps. */
export interface ReviewSummary {
  readonly level: ReviewLevel;
  readonly draft: DraftedBy;
  readonly rollback: RollbackClass;
  /** Clauses that can follow "because": of the steps that have the level, then of what is worst in rollback. */
  readonly reasons: readonly string[];
  /** Positions in the proposal's steps of those that have the level, from 0. */
  readonly steps: readonly number[];
}

/** The review of one migration file. */
export interface MigrationReview extends ReviewSummary {
  readonly path: string;
}

/** The review of all migrations together. */
export interface ReleaseReview extends ReviewSummary {
  /** What has to be so before anything runs, sentences; empty for nothing. */
  readonly gates: readonly string[];
}

/** Who may write the migration: a tool as it is, a tool in stages of a recipe, or a person alone. */
export type DraftedBy = 'tool' | 'staged' | 'person';

/**
 * Whether a command ends with exit code 1. A suppressed finding does not count: somebody has looked
 * at it and said so.
 *
 * @param failOn - null for never.
 */
export function reachesThreshold(
  hazards: readonly Pick<Hazard, 'severity' | 'suppression'>[],
  failOn: Severity | null,
): boolean {
  if (failOn === null) return false;
  const enough = SEVERITIES.slice(SEVERITIES.indexOf(failOn));
  return hazards.some(
    ({ severity, suppression }) => suppression === null && enough.includes(severity),
  );
}
