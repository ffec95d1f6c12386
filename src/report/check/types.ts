import type { ReviewLevel, Severity } from '../../model/hazard.ts';
import type { SourceLocation } from '../../model/source.ts';
import type { CheckDocument } from './document.ts';
import type { RuleText } from './input.ts';

/** Everything that `migdocs check` says, in its order and words. Renderers lay it out. */
export interface CheckReport {
  readonly tool: { readonly name: 'migdocs'; readonly version: string };
  /** `Migrations, checked for PostgreSQL 16` */
  readonly title: string;
  /** The JSON. */
  readonly document: CheckDocument;
  /** The findings that are not suppressed, the most severe first, else in the order of `groups`; each says all. */
  readonly findings: readonly CheckFinding[];
  /**
   * The same by migration, to be read from top to bottom: what an earlier finding of the group said
   * is not said again. Those about the release as a whole stand last.
   */
  readonly groups: readonly CheckGroup[];
  readonly suppressed: readonly CheckFinding[];
  /** Rules of all findings, sorted by id. */
  readonly rules: readonly RuleText[];
  /** What each migration does and needs: `3 operations; mandatory review, because …`. */
  readonly reviews: readonly { readonly path: string; readonly note: string }[];
  /** Migrations in which nothing was found: `db/migrate/1_a.rb (1 operation; spot check)`. */
  readonly clean: readonly string[];
  /** What was assumed, each a sentence. */
  readonly assumptions: readonly string[];
  /** Counts, a sentence: `1 danger and 2 warnings in 2 of 3 migrations; 1 suppressed.` */
  readonly summary: string;
  /** Review of the release with its reason, a sentence. */
  readonly review: string;
  /** Where to read more, a sentence; empty without findings. */
  readonly hint: string;
  /** Why the command exits with 1, a sentence; empty when it does not. */
  readonly verdict: string;
  readonly failed: boolean;
}

/** The findings in one migration, or those about the release as a whole. */
export interface CheckGroup {
  /** The migration's name, or `The release as a whole`. */
  readonly title: string;
  /** `3 operations; mandatory review, because …`; empty for the release as a whole. */
  readonly note: string;
  readonly reviewLevel: ReviewLevel | null;
  /** By line. */
  readonly findings: readonly CheckFinding[];
}

/** One finding as it is shown. */
export interface CheckFinding {
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly message: string;
  /** Null for the release as a whole. */
  readonly place: SourceLocation | null;
  /** `path:line:column`; the title of its group for the release as a whole. */
  readonly where: string;
  /** Where it is told where no place is known: relative to the repository, never null. */
  readonly repositoryPlace: SourceLocation;
  /** Of the file that it stands in. */
  readonly language: 'ruby' | 'sql' | 'text';
  /** Lines of the statement; null where no place is known, and where an earlier finding shows the same. */
  readonly excerpt: Excerpt | null;
  /** Sentences, one a lock. */
  readonly locks: readonly string[];
  /** What a wait rests on, with dates; empty where nobody waits for long. */
  readonly evidence: string;
  readonly why: string;
  readonly instead: Remedy;
  readonly reference: string;
  /** Who says that it was looked at and why, a sentence; empty when nobody does. */
  readonly suppression: string;
  readonly fingerprint: string;
}

/** What to do instead. */
export interface Remedy {
  readonly kind: 'code' | 'sentence' | 'above';
  readonly language: 'ruby' | 'sql' | 'text';
  /** For `above`, where an earlier finding has it. */
  readonly text: string;
}

/** Lines of a file, the first of which holds the place. */
export interface Excerpt {
  readonly lines: readonly { readonly number: number; readonly text: string }[];
  /** Code units before the place on the first line. */
  readonly indent: number;
  /** True when the statement goes on after the last line. */
  readonly goesOn: boolean;
}
