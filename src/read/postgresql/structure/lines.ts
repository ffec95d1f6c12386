/** Lines and columns of a text, for places that are asked for roughly in order. */
export class Lines {
  readonly #text: string;
  #line = 1;
  /** Where the line begins. */
  #start = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Line and column, both from 1, of a place in UTF-16 code units. */
  at(place: number): { readonly line: number; readonly column: number } {
    if (place < this.#start) this.#rewind();
    for (;;) {
      const newline = this.#text.indexOf('\n', this.#start);
      if (newline < 0 || newline >= place) break;
      this.#line += 1;
      this.#start = newline + 1;
    }
    return { line: this.#line, column: place - this.#start + 1 };
  }

  #rewind(): void {
    this.#line = 1;
    this.#start = 0;
  }
}
