import type { Hazard } from '../model/hazard.ts';
import type { AppliedOperation, SuppressionComment } from '../model/migration.ts';
import type { CheckOptions, RuleContext } from './context.ts';

/** What is known of a release once each of its operations was judged. */
export interface ReleaseContext {
  readonly options: CheckOptions;
  readonly applied: readonly AppliedOperation[];
  /** One an operation, in the order of `applied`. */
  readonly contexts: readonly RuleContext[];
  /** What the rules found in the operations, suppressed findings among them. */
  readonly hazards: readonly Hazard[];
  /** What they found in the authors' own ways back. */
  readonly backHazards: readonly Hazard[];
  /** Comments of all migrations, in order, and whether they suppressed something. */
  readonly suppressions: readonly {
    readonly comment: SuppressionComment;
    /** Those of its rules that suppressed a finding. */
    readonly used: readonly string[];
  }[];
}
