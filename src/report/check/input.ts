import type { Engine } from '../../model/engine.ts';
import type { Hazard, Review, Severity } from '../../model/hazard.ts';
import type { LockClaim } from '../../model/lock.ts';
import type { AppliedOperation, Migration } from '../../model/migration.ts';
import type { Proposal } from '../../model/proposal.ts';
import type { Server } from '../../model/server.ts';
import type { RowsByTable } from '../../model/table-rows.ts';

/** What was found in a release, before anyone has put it in order or in words. */
export interface CheckInput {
  readonly tool: { readonly name: 'migdocs'; readonly version: string };
  readonly engine: Engine;
  readonly server: Server;
  /** Path of the schema file. */
  readonly schemaPath: string;
  /** The schema that the migrations are applied to, a sentence part. */
  readonly base: string;
  readonly migrations: readonly Migration[];
  readonly steps: readonly CheckedStep[];
  /** What is shown; ids are those of the documents. */
  readonly findings: readonly { readonly id: string; readonly hazard: Hazard }[];
  readonly reviews: Proposal['reviews'];
  readonly rules: readonly RuleText[];
  readonly rows: RowsByTable;
  readonly failOn: Severity | null;
  readonly assumptions: readonly string[];
  /** The project's folder in its repository with a `/` at the end; empty for the repository's own. */
  readonly repositoryPrefix: string;
  /** Text of a file that a finding is in; null where it cannot be read. */
  readonly textOf: (path: string) => string | null;
}

/** One operation with what was worked out about it. */
export interface CheckedStep extends Pick<AppliedOperation, 'operation' | 'migration'> {
  readonly locks: readonly LockClaim[];
  readonly review: Review;
}

/** A rule as its page tells of it. */
export interface RuleText {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly why: string;
  readonly instead: string;
  readonly reference: string;
}
