import type { Hazard, Review, ReviewLevel, Severity } from '../model/hazard.ts';
import type { LockClaim } from '../model/lock.ts';
import type { AppliedOperation } from '../model/migration.ts';
import type { CheckOptions } from './context.ts';
import { backContextsOf, contextsOf } from './contexts.ts';
import { releaseHazards } from './judge-release.ts';
import { byWeight, hazardsOf, suppressed } from './judging.ts';
import type { BackHazard } from './release.ts';
import { migrationsOf } from './release-migrations.ts';
import { type Reviews, summarised } from './review/summary.ts';
import { reviewOf } from './review.ts';
import { weightiest } from './severity.ts';
import { suppressionsOf } from './suppressions.ts';

export { allRules } from './rules/index.ts';

/** What the rules and the review policy say about a release. */
export interface CheckResult {
  /** `danger` first, then in the order of the steps, then by the rule's id. */
  readonly hazards: readonly Hazard[];
  /** One an operation, in the order of `applied`. */
  readonly steps: readonly { readonly locks: readonly LockClaim[]; readonly review: Review }[];
  /** The release's level; `spot` for a release without steps. */
  readonly review: ReviewLevel;
  readonly reviews: Reviews;
  /** The weightiest of any hazard; null when there are none. */
  readonly severity: Severity | null;
}

/**
 * Judges every operation of a release with every rule, and works out how much review it needs.
 *
 * A finding that a comment or `safety_assured` suppresses is kept: one level less severe, with the
 * author's reason, and it makes the review one level stricter.
 */
export function checkProposal(
  applied: readonly AppliedOperation[],
  options: CheckOptions,
): CheckResult {
  const suppressions = suppressionsOf(migrationsOf({ applied, options }));
  const contexts = contextsOf(applied, options);
  const judged = applied.flatMap(({ operation }, step) => {
    const context = contexts[step];
    if (!context) return [];
    const found = hazardsOf(operation, context).map((hazard) =>
      suppressed(hazard, suppressions.of([hazard.rule], hazard.source, operation)),
    );
    return [
      { found, locks: context.locks, review: reviewOf(operation, context, found, options.policy) },
    ];
  });
  const found = judged.flatMap((each) => each.found);
  const backHazards = backHazardsOf(applied, options);
  const release = { options, applied, contexts, hazards: found, backHazards };
  const hazards = [...found, ...releaseHazards(release, suppressions)].sort(byWeight);
  const reviews = summarised(
    applied,
    judged.map(({ review }) => review),
    hazards,
  );
  return {
    hazards,
    steps: judged.map(({ locks, review }) => ({ locks, review })),
    review: reviews.release.level,
    reviews,
    severity: weightiest(hazards.map(({ severity }) => severity)),
  };
}

function backHazardsOf(
  applied: readonly AppliedOperation[],
  options: CheckOptions,
): readonly BackHazard[] {
  return backContextsOf(applied, options).flatMap((contexts, position) =>
    contexts.flatMap((context, step) => {
      const wayBack = options.wayBack?.[position];
      const operation = wayBack?.applied[step]?.operation;
      if (!wayBack || !operation) return [];
      return hazardsOf(operation, context).map((hazard) => ({
        hazard,
        operation,
        context,
        wayBack,
      }));
    }),
  );
}
