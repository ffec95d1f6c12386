import type { DraftedBy, ReviewLevel } from './hazard.ts';
import type { RollbackClass } from './rollback.ts';

/**
 * Classes whose way back is a human's work whatever else holds: what they take away is not in the
 * schema, or is done outside of this database. No configuration loosens them.
 */
export const HUMAN_ONLY_CLASSES = [
  'create-table-force',
  'drop-table',
  'drop-schema',
  'truncate',
  'drop-column',
  'narrow-type',
  'backfill',
  'delete-data',
  'add-enum-value',
  'drop-type',
  'trigger',
  'drop-extension',
  'reset-sequence',
  'cross-database',
  'raw-sql-opaque',
] as const;

const OTHER_CLASSES = [
  'create-table',
  'create-table-with-fk',
  'part-of-new-table',
  'rename-table',
  'set-table-options',
  'table-rewrite',
  'partition',
  'add-column-nullable',
  'add-column-not-null-default',
  'add-column-not-null-no-default',
  'add-column-volatile',
  'add-column-json',
  'drop-new-column',
  'rename-column',
  'change-type-metadata',
  'change-type-rewrite',
  'set-not-null',
  'drop-not-null',
  'change-default',
  'set-column-options',
  'comment',
  'add-index-small',
  'add-index-medium',
  'add-index-large-concurrent',
  'add-index-large-blocking',
  'add-unique',
  'drop-index',
  'rename-index',
  'set-index-enabled',
  'add-foreign-key',
  'add-check',
  'validate-constraint',
  'add-exclusion',
  'change-primary-key',
  'drop-constraint',
  'rename-constraint',
  'insert-data',
  'rows-of-new-table',
  'create-enum',
  'rename-enum',
  'rename-enum-value',
  'create-domain',
  'create-sequence',
  'alter-sequence',
  'create-schema',
  'rename-schema',
  'view',
  'materialized-view',
  'function',
  'enable-extension',
  'access',
  'replication',
  'statistics',
  'server-setting',
  'other-object',
  'rename-object',
  'neutral-sql',
] as const;

/** Rows of the review policy, as `docs/review-policy.md` lists them; unique. */
export const REVIEW_CLASSES = [...HUMAN_ONLY_CLASSES, ...OTHER_CLASSES] as const;

export type HumanOnlyClass = (typeof HUMAN_ONLY_CLASSES)[number];

/** Row of the review policy that an operation falls under. */
export type ReviewClass = (typeof REVIEW_CLASSES)[number];

export function isHumanOnly(reviewClass: ReviewClass): reviewClass is HumanOnlyClass {
  return HUMAN_ONLY_CLASSES.some((each) => each === reviewClass);
}

/** What is known around an operation and makes its review stricter; in the order of the docs. */
export const REVIEW_MODIFIERS = [
  'blocking-work',
  'triggers',
  'code-uses-it',
  'suppressed-finding',
  'dangerous-finding',
  'undecided-condition',
  'raw-sql',
  'separate-commits',
  'no-transaction',
  'irreversible',
  'table-copy',
] as const;

export type ReviewModifier = (typeof REVIEW_MODIFIERS)[number];

/** Best first. */
export const ROLLBACK_CLASSES: readonly RollbackClass[] = ['automatic', 'assisted', 'humanOnly'];

/** Freest first. */
export const DRAFTED_BY: readonly DraftedBy[] = ['tool', 'staged', 'person'];

/** What a team asks for besides the policy, or instead of it. */
export interface TeamPolicy {
  readonly classes: readonly ClassOverride[];
  readonly tables: readonly TableOverride[];
  readonly modifiers: readonly ModifierOverride[];
}

/** Takes the place of what the policy says of a class; a property left out stays. */
export interface ClassOverride {
  readonly class: ReviewClass;
  readonly level?: ReviewLevel;
  readonly draft?: DraftedBy;
  readonly rollback?: RollbackClass;
  /** In the team's words, a clause that can follow "because". */
  readonly reason: string;
}

/** The least review of whatever touches a table. */
interface TableOverride {
  /** Names, or patterns such as `payment*`. */
  readonly tables: readonly string[];
  readonly level: ReviewLevel;
  readonly reason: string;
}

/** What a modifier does to the level: nothing, one level more, or at least one level. */
export interface ModifierOverride {
  readonly modifier: ReviewModifier;
  readonly effect: 'none' | 'raise' | ReviewLevel;
  readonly reason: string;
}

export const NO_TEAM_POLICY: TeamPolicy = { classes: [], tables: [], modifiers: [] };
