import { LimitReached, TOO_MANY_STEPS } from '../../evaluate/signals.ts';

/** Elements of all the lists that one method makes. */
const MAX_MADE = 100_000;

/** @throws {LimitReached} when a list would be made of too many elements. */
export function assertFew(elements: number): void {
  if (elements > MAX_MADE) throw new LimitReached(TOO_MANY_STEPS);
}
