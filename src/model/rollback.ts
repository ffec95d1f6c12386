import type { LockClaim } from './lock.ts';
import type { SourceLocation } from './source.ts';

/** How much comes back. `schemaOnly`: the structure, not the data. */
export type Fidelity = 'exact' | 'schemaOnly' | 'impossible';

/** Who may do it: runs unattended; prepared, started by a person; only a person can. */
export type RollbackClass = 'automatic' | 'assisted' | 'humanOnly';

/** Undoes one forward step. */
export interface RollbackStep {
  /** Position in the proposal's steps of what it undoes, from 0. */
  readonly undoes: number;
  /** A sentence: what is done. */
  readonly action: string;
  readonly fidelity: Fidelity;
  readonly class: RollbackClass;
  /** What does not come back, a sentence; null when everything does. */
  readonly dataLost: string | null;
  /** Why it cannot be undone or needs a person; null when neither holds. */
  readonly reason: string | null;
  /** Statements in order, each with its semicolon; empty when there is nothing to run. */
  readonly sql: readonly string[];
  /** The same as lines of a Rails migration; empty when there is none. */
  readonly rails: string;
  /** What must hold before it may run; null for nothing. */
  readonly precondition: string | null;
  /**
   * SQL to run before the first step of the release, to keep what would be lost; empty when nothing
   * is. A comment alone where the copy for an earlier step keeps it.
   */
  readonly saveFirst: readonly string[];
  /** Questions that only a person can answer. Not empty for `humanOnly`. */
  readonly questions: readonly string[];
  readonly locks: readonly LockClaim[];
  readonly source: SourceLocation;
}

export interface RollbackPlan {
  /** In the order in which they must run: the last forward step first. */
  readonly steps: readonly RollbackStep[];
  /** Position of the first forward step whose effect cannot be undone exactly; null when all can. */
  readonly pointOfNoReturn: number | null;
}

/** A check that shows whether a step did what it should. */
export interface Verification {
  /** Position of the forward step, from 0; null for the release as a whole. */
  readonly step: number | null;
  /** `forward`: run after the migration. `back`: run after the rollback. */
  readonly when: 'forward' | 'back';
  /** What is checked, a sentence. */
  readonly what: string;
  /** A read-only query. */
  readonly sql: string;
  /** What the query gives when all is well. */
  readonly expected: string;
}
