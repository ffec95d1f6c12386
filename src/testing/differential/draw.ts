/**
 * Draws from a fixed list of numbers, so that the same numbers make the same choices. When they are
 * used up, each draw is the simplest: fast-check shrinks a case by taking numbers away.
 */
export class Draw {
  readonly #numbers: readonly number[];
  #at = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** A whole number from zero up to, and not with, `limit`. */
  below(limit: number): number {
    const number = this.#numbers[this.#at] ?? 0;
    this.#at += 1;
    return number % limit;
  }

  /** True once in `times`; false for the simplest draw. */
  once(times: number): boolean {
    return this.below(times) === times - 1;
  }

  /** One of the list, its first in the simplest draw; null when the list is empty. */
  maybeOf<T>(list: readonly T[]): T | null {
    if (list.length === 0) return null;
    return list[this.below(list.length)] ?? null;
  }

  /** One of the list, its first in the simplest draw. */
  of<T>(list: readonly [T, ...T[]]): T {
    return list[this.below(list.length)] ?? list[0];
  }

  /** The text once in `times`, else the empty one. */
  text(times: number, text: string): string {
    return this.once(times) ? text : '';
  }

  /** From one to `most` of the list, without doubles, in the list's order. */
  some<T>(list: readonly T[], most: number): readonly T[] {
    const count = Math.min(list.length, 1 + this.below(most));
    const start = list.length === 0 ? 0 : this.below(list.length);
    return Array.from({ length: count }, (_, step) => list[(start + step) % list.length]).filter(
      (item) => item !== undefined,
    );
  }
}
