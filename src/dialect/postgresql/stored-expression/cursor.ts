import { type SqlToken, tokenizeSql } from '../../sql-tokens.ts';
import { Beyond } from './expression.ts';

/** Steps through the tokens of an expression. */
export class Cursor {
  readonly #tokens: readonly SqlToken[];
  #at = 0;

  /** @throws {Beyond} when the text holds a comment, which PostgreSQL would drop. */
  constructor(sql: string) {
    const tokens = tokenizeSql(sql, 'postgresql');
    if (tokens.some(({ kind }) => kind === 'comment')) throw new Beyond();
    this.#tokens = tokens.filter(({ kind }) => kind !== 'space');
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  /** The next word in upper case or symbol; empty for strings, quoted names and at the end. */
  peek(ahead = 0): string {
    const token = this.#tokens[this.#at + ahead];
    const isBare = token?.kind === 'word' || token?.kind === 'symbol';
    return isBare ? token.text.toUpperCase() : '';
  }

  /** Steps over these words and symbols, if they are next, all of them. */
  take(...words: readonly string[]): boolean {
    if (!words.every((word, ahead) => this.peek(ahead) === word)) return false;
    this.#at += words.length;
    return true;
  }

  /** The one of these that is next, stepped over; null when none is. */
  takeOne(words: ReadonlySet<string>): string | null {
    const word = this.peek();
    if (!words.has(word)) return null;
    this.#at += 1;
    return word;
  }

  /** @throws {Beyond} when something else is next. */
  expect(...words: readonly string[]): void {
    if (!this.take(...words)) throw new Beyond();
  }

  /** @throws {Beyond} at the end. */
  next(): SqlToken {
    const token = this.#tokens[this.#at];
    if (!token) throw new Beyond();
    this.#at += 1;
    return token;
  }
}
