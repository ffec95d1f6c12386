import type { Engine } from '../model/engine.ts';
import type { Hazard, Review, ReviewLevel, Severity } from '../model/hazard.ts';
import type { LockClaim } from '../model/lock.ts';
import type { AppliedOperation } from '../model/migration.ts';
import { type Operation, operationTable } from '../model/operation.ts';
import type { CheckOptions, RuleContext } from './context.ts';
import { contextsOf } from './contexts.ts';
import type { ReleaseContext } from './release.ts';
import { reviewOf } from './review.ts';
import type { Finding, Rule } from './rule.ts';
import { allRules } from './rules/index.ts';
import { lowered, strictest, weightiest } from './severity.ts';

export { allRules } from './rules/index.ts';

/** What the rules and the review policy say about a release. */
export interface CheckResult {
  /** `danger` first, then in the order of the steps, then by the rule's id. */
  readonly hazards: readonly Hazard[];
  /** One an operation, in the order of `applied`. */
  readonly steps: readonly { readonly locks: readonly LockClaim[]; readonly review: Review }[];
  /** The strictest of any step; `spot` for a release without steps. */
  readonly review: ReviewLevel;
  /** The weightiest of any hazard; null when there are none. */
  readonly severity: Severity | null;
}

/**
 * Judges every operation of a release with every rule, and works out how much review it needs.
 *
 * A finding inside `safety_assured` is kept: one level less severe, marked as suppressed, and it
 * makes the review one level stricter.
 */
export function checkProposal(
  applied: readonly AppliedOperation[],
  options: CheckOptions,
): CheckResult {
  const contexts = contextsOf(applied, options);
  const judged = contexts.flatMap((context, step) => {
    const operation = applied[step]?.operation;
    return operation ? [judge(operation, context)] : [];
  });
  const found = judged.flatMap((each) => each.hazards);
  const release: ReleaseContext = {
    options,
    applied,
    contexts,
    hazards: found,
    backHazards: [],
    suppressions: [],
  };
  const hazards = [...found, ...releaseHazards(release)].sort(byWeight);
  return {
    hazards,
    steps: judged.map(({ locks, review }) => ({ locks, review })),
    review: strictest(judged.map(({ review }) => review.level)),
    severity: weightiest(hazards.map(({ severity }) => severity)),
  };
}

function judge(operation: Operation, context: RuleContext) {
  const hazards = allRules.flatMap((rule) =>
    rule.check(operation, context).map((finding) => hazardOf(rule, finding, operation, context)),
  );
  return { hazards, locks: context.locks, review: reviewOf(operation, context, hazards) };
}

function releaseHazards(release: ReleaseContext): readonly Hazard[] {
  return allRules.flatMap((rule) =>
    (rule.checkRelease?.(release) ?? []).map(
      (finding): Hazard => ({
        ...textsOf(rule, finding, release.options.engine),
        severity: finding.severity ?? rule.severity,
        step: finding.step ?? null,
        table: finding.table ?? null,
        source: finding.source,
        locks: [],
        evidence: 'static',
        direction: finding.direction ?? 'up',
        suppression: null,
      }),
    ),
  );
}

function textsOf(rule: Rule, finding: Finding, engine: Engine) {
  return {
    rule: rule.id,
    title: rule.title,
    message: finding.message,
    why: whyOf(rule, engine),
    instead: finding.instead,
    reference: rule.docs.references?.[engine] ?? rule.docs.reference,
  };
}

function hazardOf(
  rule: Rule,
  finding: Finding,
  operation: Operation,
  context: RuleContext,
): Hazard {
  const severity = finding.severity ?? rule.severity;
  return {
    ...textsOf(rule, finding, context.engine),
    severity: operation.assured ? lowered(severity) : severity,
    step: context.step,
    table: finding.table === undefined ? operationTable(operation) : finding.table,
    source: operation.source,
    locks: context.locks,
    evidence: 'static',
    direction: context.direction,
    suppression: operation.assured
      ? { by: 'safety_assured', reason: null, source: operation.source }
      : null,
  };
}

/** What holds on every engine, then what this one does. */
function whyOf({ docs }: Rule, engine: Engine): string {
  const own = docs.onEngine?.[engine];
  return own === undefined ? docs.why : `${docs.why} ${own}`;
}

const WEIGHT: { readonly [S in Severity]: number } = { danger: 0, warning: 1, info: 2 };

function byWeight(a: Hazard, b: Hazard): number {
  const steps = (a.step ?? -1) - (b.step ?? -1);
  return (
    WEIGHT[a.severity] - WEIGHT[b.severity] ||
    steps ||
    (a.rule < b.rule ? -1 : Number(a.rule > b.rule))
  );
}
