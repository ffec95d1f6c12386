import type { Outcome } from './replay.ts';

/** How many cases had which outcome. */
export type Tally = { [O in Outcome]: number };

export function emptyTally(): Tally {
  return { exact: 0, same: 0, different: 0, drifted: 0, refused: 0, tooOld: 0 };
}

/** Cases whose dump could have been predicted: all but the drifted ones and those of a Rails older than 5. */
export function judged(tally: Tally): number {
  return tally.exact + tally.same + tally.different + tally.refused;
}

/** Share of the judged cases whose prediction was exact, or the same, in per cent; null when there is none. */
export function shares(tally: Tally): { readonly exact: number; readonly same: number } | null {
  const all = judged(tally);
  if (all === 0) return null;
  return { exact: (100 * tally.exact) / all, same: (100 * (tally.exact + tally.same)) / all };
}
