import type {
  Hazard,
  MigrationReview,
  ReleaseReview,
  Review,
  ReviewSummary,
} from '../../model/hazard.ts';
import type { AppliedOperation } from '../../model/migration.ts';
import { strictest } from '../severity.ts';
import { dangerClause } from './danger.ts';
import { isGate } from './gates.ts';
import { mostHuman, worst } from './worst.ts';

/** The review of each migration and of all of them together. */
export interface Reviews {
  /** In the order in which they run; a migration without operations has none. */
  readonly migrations: readonly MigrationReview[];
  readonly release: ReleaseReview;
}

interface ReviewedStep {
  readonly step: number;
  readonly review: Review;
}

/**
 * The maximum of the steps, for each migration and for the release.
 *
 * @param hazards - all of them; a dangerous one that is about no step asks for a thorough review of
 *   the release, and one about a way back of its migration.
 */
export function summarised(
  applied: readonly AppliedOperation[],
  reviews: readonly Review[],
  hazards: readonly Hazard[],
): Reviews {
  const steps = reviews.map((review, step): ReviewedStep => ({ review, step }));
  const byPath = new Map<string, ReviewedStep[]>();
  for (const each of steps) {
    const path = applied[each.step]?.migration.path;
    if (path !== undefined) byPath.set(path, [...(byPath.get(path) ?? []), each]);
  }
  const migrations = [...byPath].map(([path, own]) => ({
    path,
    ...summary(own, dangers(hazards.filter((hazard) => isWayBackOf(hazard, path)))),
  }));
  const gates = hazards.filter(isGate);
  const others = hazards.filter((hazard) => hazard.step === null && !isGate(hazard));
  return {
    migrations,
    release: {
      ...summary(steps, dangers(others)),
      gates: sentencesOf(gates),
    },
  };
}

/** What is dangerous, once a rule: clauses that can follow "because". */
function dangers(hazards: readonly Hazard[]): readonly string[] {
  const grave = hazards.filter(({ severity }) => severity === 'danger');
  return unique(grave.map(dangerClause));
}

/** A finding on what the author's own way back does. */
function isWayBackOf({ step, direction, source }: Hazard, path: string): boolean {
  return step === null && direction === 'down' && source?.path === path;
}

function summary(steps: readonly ReviewedStep[], dangers: readonly string[]): ReviewSummary {
  const reviews = steps.map(({ review }) => review);
  const level = strictest([
    ...reviews.map((review) => review.level),
    ...(dangers.length > 0 ? (['thorough'] as const) : []),
  ]);
  const rollback = worst(reviews.map((review) => review.rollback));
  const decisive = steps.filter(({ review }) => review.level === level);
  return {
    level,
    draft: mostHuman(reviews.map(({ draft }) => draft)),
    rollback,
    reasons: unique([
      ...decisive.flatMap(({ review }) => review.reasons[0] ?? []),
      ...dangers,
      ...reviews.flatMap((review) =>
        review.rollback === rollback ? (review.rollbackReason ?? []) : [],
      ),
    ]),
    steps: decisive.map(({ step }) => step),
  };
}

/** Once a rule: the first finding in words, and for which other tables it holds. */
function sentencesOf(gates: readonly Hazard[]): readonly string[] {
  return unique(gates.map(({ rule }) => rule)).flatMap((rule) => {
    const [first, ...others] = gates.filter((gate) => gate.rule === rule);
    if (!first) return [];
    const tables = unique(others.flatMap(({ table }) => table ?? [])).filter(
      (table) => table !== first.table,
    );
    return tables.length === 0
      ? [first.message]
      : [`${first.message} The same holds for ${tables.join(', ')}.`];
  });
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
