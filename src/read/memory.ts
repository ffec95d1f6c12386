/**
 * A map of bounded size: what was not asked for while `capacity` other entries came in is forgotten.
 * It holds up to twice as many.
 */
export class Memory<V> {
  readonly #capacity: number;
  #recent = new Map<string, V>();
  #older = new Map<string, V>();

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(key: string): V | undefined {
    const found = this.#recent.get(key);
    if (found !== undefined) return found;
    const old = this.#older.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, value: V): void {
    if (this.#recent.size >= this.#capacity) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    // A part of a text keeps all of it alive; the copy does not.
    this.#recent.set(Buffer.from(key).toString(), value);
  }
}
