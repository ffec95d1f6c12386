import type { LeftOut } from '../project/history/plans.ts';
import type { ReplayedCase } from './replay.ts';
import { judged, shares, type Tally } from './tally.ts';

/** What `migdocs replay --format json` prints. */
export interface ReplayDocument {
  /** Rises when a field changes its meaning or goes; new fields may come without. */
  readonly formatVersion: 1;
  /** Newest first. */
  readonly cases: readonly ReplayedCase[];
  readonly summary: ReplaySummary;
}

export interface ReplaySummary {
  /** Cases whose prediction had the same bytes as the dump. */
  readonly exact: number;
  /** The same but for the version line and the order of columns. */
  readonly same: number;
  readonly different: number;
  /** Cases whose dump changes objects that no migration names; not among `judged`. */
  readonly drifted: number;
  /** Cases without a prediction. */
  readonly refused: number;
  /** Cases that a Rails older than 5 dumped; not among `judged`. */
  readonly tooOld: number;
  /** `exact`, `same`, `different` and `refused` together: dumps that could have been predicted. */
  readonly judged: number;
  /** Shares of `judged`, from 0 to 100; `same` has those that are `exact` in it. Null when nothing was judged. */
  readonly percent: { readonly exact: number; readonly same: number } | null;
  readonly leftOut: LeftOut;
  /** True when the clone lacks older commits (`git clone --depth`). */
  readonly shallow: boolean;
}

export const FORMAT_VERSION: ReplayDocument['formatVersion'] = 1;

export function summaryOf(tally: Tally, leftOut: LeftOut, shallow: boolean): ReplaySummary {
  return { ...tally, judged: judged(tally), percent: shares(tally), leftOut, shallow };
}
