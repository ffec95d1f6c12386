import type { SourceLocation } from '../../../model/source.ts';

/** Finds the lines of positions in a text. */
export class Lines {
  readonly #path: string;
  readonly #starts: readonly number[];

  constructor(text: string, path: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
    this.#path = path;
  }

  location(start: number, end: number): SourceLocation {
    const line = this.#lineOf(start);
    const column = start - (this.#starts[line - 1] ?? 0) + 1;
    return { path: this.#path, line, column, endLine: this.#lineOf(Math.max(start, end - 1)) };
  }

  #lineOf(position: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= position) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}
