/** Numbers of which the largest is taken first. */
export class Heap {
  readonly #items: number[] = [];

  get size(): number {
    return this.#items.length;
  }

  add(item: number): void {
    this.#items.push(item);
    let at = this.#items.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#value(parent) >= this.#value(at)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  /** The largest; null when there is none. */
  take(): number | null {
    const top = this.#items[0];
    const last = this.#items.pop();
    if (top === undefined || last === undefined) return null;
    if (this.#items.length > 0) {
      this.#items[0] = last;
      this.#sink();
    }
    return top;
  }

  #sink(): void {
    let at = 0;
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const largest = [left, right].reduce(
        (best, child) => (this.#value(child) > this.#value(best) ? child : best),
        at,
      );
      if (largest === at) return;
      this.#swap(at, largest);
      at = largest;
    }
  }

  #value(at: number): number {
    return this.#items[at] ?? Number.NEGATIVE_INFINITY;
  }

  #swap(left: number, right: number): void {
    const [one, other] = [this.#value(left), this.#value(right)];
    this.#items[left] = other;
    this.#items[right] = one;
  }
}
