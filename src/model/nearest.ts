import { distance } from 'fastest-levenshtein';

/**
 * The candidate that was probably meant: at most two in five of its letters differ. Null when none is
 * that close. Of two equally close ones the first wins.
 */
export function nearest(name: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const steps = distance(name.toLowerCase(), candidate.toLowerCase());
    if (steps < bestDistance && steps <= Math.ceil(candidate.length / 2.5)) {
      best = candidate;
      bestDistance = steps;
    }
  }
  return best;
}
