import { type SqlToken, tokenizeSql } from '../../sql-tokens.ts';
import { Uncertain } from './expression.ts';

/** The tokens of an expression, read one after the other. */
export class Cursor {
  readonly #tokens: readonly SqlToken[];
  #at = 0;

  /** @throws {Uncertain} for a comment, which the server drops or keeps in ways of its own. */
  constructor(sql: string) {
    const tokens = tokenizeSql(sql, 'mysql').filter(({ kind }) => kind !== 'space');
    if (tokens.some(({ kind }) => kind === 'comment')) throw new Uncertain('a comment');
    this.#tokens = tokens;
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  peek(ahead = 0): SqlToken | null {
    return this.#tokens[this.#at + ahead] ?? null;
  }

  next(): SqlToken {
    const token = this.#tokens[this.#at];
    if (!token) throw new Uncertain('the end');
    this.#at += 1;
    return token;
  }

  /** Takes words or symbols that follow each other; words in any case. */
  take(...texts: readonly string[]): boolean {
    const isThere = texts.every((text, ahead) => {
      const token = this.peek(ahead);
      return (
        (token?.kind === 'word' || token?.kind === 'symbol') &&
        token.text.toLowerCase() === text.toLowerCase()
      );
    });
    if (isThere) this.#at += texts.length;
    return isThere;
  }

  expect(...texts: readonly string[]): void {
    if (!this.take(...texts)) throw new Uncertain(this.peek()?.text ?? 'the end');
  }
}
