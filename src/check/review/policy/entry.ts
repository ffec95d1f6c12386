import type { DraftedBy, ReviewLevel } from '../../../model/hazard.ts';
import type { HumanOnlyClass, ReviewClass } from '../../../model/review-policy.ts';
import type { RollbackClass } from '../../../model/rollback.ts';

/** One row of the review policy. */
interface PolicyEntry {
  /** What is done, a few words: `a column is dropped`. */
  readonly title: string;
  readonly draft: DraftedBy;
  /** In which form a tool drafts it, a few words; left out where nothing is to be said. */
  readonly drafting?: string;
  readonly level: ReviewLevel;
  /** What the way back is, or why there is none that a tool may run: a clause that can follow "because". */
  readonly wayBack: string;
  /** What makes it mandatory, clauses; empty for what is mandatory already, or never. */
  readonly escalates: readonly string[];
}

/** A row whose way back only people can take. */
interface HumanOnlyEntry extends PolicyEntry {
  readonly rollback: 'humanOnly';
  /** What a person has to answer before anything is undone. */
  readonly question: string;
}

interface OtherEntry extends PolicyEntry {
  readonly rollback: Exclude<RollbackClass, 'humanOnly'>;
}

/** Rows of the policy by their class. */
export type PolicyOf<C extends ReviewClass> = {
  readonly [K in C]: K extends HumanOnlyClass ? HumanOnlyEntry : OtherEntry;
};
