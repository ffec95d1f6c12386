import type { Hazard } from '../model/hazard.ts';
import type { AppliedOperation, SuppressionComment } from '../model/migration.ts';
import type { Operation } from '../model/operation.ts';
import type { CheckOptions, RuleContext, WayBack } from './context.ts';

/** What is known of a release once each of its operations was judged. */
export interface ReleaseContext {
  readonly options: CheckOptions;
  readonly applied: readonly AppliedOperation[];
  /** One an operation, in the order of `applied`. */
  readonly contexts: readonly RuleContext[];
  /** What the rules found in the operations, suppressed findings among them. */
  readonly hazards: readonly Hazard[];
  /** What they found in the authors' own ways back, which nothing suppresses yet. */
  readonly backHazards: readonly BackHazard[];
  /**
   * Comments of all migrations, in order, and whether they suppressed something. Empty but for rules
   * with `judgesSuppressions`.
   */
  readonly suppressions: readonly {
    readonly comment: SuppressionComment;
    /** Those of its rules that suppressed a finding. */
    readonly used: readonly string[];
  }[];
  /** Ids of every rule, which a comment can name. */
  readonly ruleIds: readonly string[];
}

/** A finding about an operation of a way back. */
export interface BackHazard {
  readonly hazard: Hazard;
  readonly operation: Operation;
  readonly context: RuleContext;
  readonly wayBack: WayBack;
}
