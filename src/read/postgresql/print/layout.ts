/** Stands for a line break that takes the spaces before it away; no text of PostgreSQL holds it. */
const BREAK = '\u0000';

/** Indentation of a clause, of a join, and of what continues a list or a CASE (ruleutils.c). */
export const STEP = 8;
export const JOIN_STEP = 4;
export const PART_STEP = 4;
const LIMIT = 40;

/** Keeps the depth of indentation while a query is printed from left to right. */
export class Layout {
  #depth: number;

  constructor(depth: number) {
    this.#depth = depth;
  }

  get depth(): number {
    return this.#depth;
  }

  /** Moves what follows by that many spaces. */
  shift(by: number): void {
    this.#depth += by;
  }

  /** A word on a line of its own: appendContextKeyword. */
  line(
    word: string,
    {
      before,
      after,
      plus,
    }: { readonly before: number; readonly after: number; readonly plus: number },
  ): string {
    this.#depth += before;
    const text = `${BREAK}${' '.repeat(indentOf(this.#depth) + plus)}${word}`;
    this.#depth = Math.max(this.#depth + after, 0);
    return text;
  }

  /** A clause of a query: ` FROM `, ` WHERE `. */
  clause(word: string, plus: number): string {
    return this.line(word, { before: -STEP, after: STEP, plus });
  }
}

/** Beyond forty spaces the depth grows at a quarter of its pace, and begins anew. */
function indentOf(depth: number): number {
  if (depth < LIMIT) return Math.max(depth, 0);
  return (LIMIT + Math.trunc((depth - LIMIT) / (STEP / 2))) % LIMIT;
}

export function beginsLine(text: string): boolean {
  return text.startsWith(BREAK);
}

/** The text with its line breaks. */
export function laidOut(text: string): string {
  return text.replaceAll(new RegExp(` *${BREAK}`, 'g'), '\n');
}
