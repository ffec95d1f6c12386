import { type SqlToken, tokenizeSql } from '../../../../dialect/sql-tokens.ts';
import type { ObjectName } from '../names.ts';

/** A token with its place in the text. */
interface PlacedToken extends SqlToken {
  readonly start: number;
}

function placedTokens(sql: string): readonly PlacedToken[] {
  const tokens: PlacedToken[] = [];
  let start = 0;
  for (const token of tokenizeSql(sql, 'postgresql')) {
    if (token.kind !== 'space' && token.kind !== 'comment') tokens.push({ ...token, start });
    start += token.text.length;
  }
  return tokens;
}

/** Reads the words and names at the beginning of a statement, space and comments aside. */
export class Cursor {
  readonly #sql: string;
  readonly #tokens: readonly PlacedToken[];
  /** The schema of a name that is given without one. */
  readonly #namespace: string;
  #at = 0;

  constructor(sql: string, namespace: string) {
    this.#sql = sql;
    this.#tokens = placedTokens(sql);
    this.#namespace = namespace;
  }

  /** Takes the words, key words or symbols, when they are next; else nothing. */
  take(...words: readonly string[]): boolean {
    const fits = words.every((word, offset) => this.#wordAt(this.#at + offset) === word);
    if (fits) this.#at += words.length;
    return fits;
  }

  /** The next token, a word in capitals; empty behind the last. */
  peek(): string {
    return this.#wordAt(this.#at);
  }

  skip(): void {
    this.#at += 1;
  }

  /** One identifier, unquoted; empty when there is none. */
  identifier(): string {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'word' && token?.kind !== 'quoted') return '';
    this.#at += 1;
    return token.kind === 'word' ? token.name.toLowerCase() : token.name;
  }

  /** The parts of a name between dots, unquoted. */
  parts(): readonly string[] {
    const parts = [this.identifier()];
    while (this.take('.')) parts.push(this.identifier());
    return parts;
  }

  /** A name with its schema. */
  name(): ObjectName {
    return named(this.parts(), this.#namespace);
  }

  /** The name of a column with its table: `public.users.id`. */
  column(): { readonly table: ObjectName; readonly column: string } {
    const parts = this.parts();
    return { table: named(parts.slice(0, -1), this.#namespace), column: parts.at(-1) ?? '' };
  }

  /** What stands between the next parentheses, its tokens by blanks; empty when none follow. */
  parenthesized(): string {
    if (!this.take('(')) return '';
    return this.until((depth, word) => depth === 0 && word === ')');
  }

  /** The tokens until one that closes, by blanks; that one is taken too. */
  until(closes: (depth: number, word: string) => boolean): string {
    const texts: string[] = [];
    let depth = 0;
    for (; this.#at < this.#tokens.length; this.#at += 1) {
      const word = this.#wordAt(this.#at);
      if (closes(depth, word)) break;
      if (word === '(') depth += 1;
      if (word === ')') depth -= 1;
      texts.push(this.#textAt(this.#at));
    }
    this.#at += 1;
    return texts.join(' ');
  }

  /** True behind the last token. */
  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  /** The next token as it is written, taken. */
  word(): string {
    const text = this.#tokens[this.#at]?.text ?? '';
    this.#at += 1;
    return text;
  }

  /** What stands between the next parentheses, as it is written; null when none follow. */
  enclosed(): string | null {
    if (this.peek() !== '(') return null;
    this.skip();
    const start = this.#at;
    this.until((depth, word) => depth === 0 && word === ')');
    return this.#between(start, this.#at - 1);
  }

  /** The text up to the next of these words outside of parentheses, which is not taken. */
  before(...words: readonly string[]): string {
    const start = this.#at;
    this.until((depth, word) => depth === 0 && words.includes(word));
    this.#at -= 1;
    return this.#between(start, this.#at);
  }

  /** The text of the tokens from one to before another. */
  #between(from: number, to: number): string {
    const start = this.#tokens[from]?.start ?? this.#sql.length;
    const last = this.#tokens[to - 1];
    return last && to > from ? this.#sql.slice(start, last.start + last.text.length) : '';
  }

  /** Moves behind the next of these words that stands outside of parentheses; false without one. */
  seek(...words: readonly string[]): boolean {
    const start = this.#at;
    this.until((depth, word) => depth === 0 && words.includes(word));
    if (this.#at <= this.#tokens.length) return true;
    this.#at = start;
    return false;
  }

  #wordAt(at: number): string {
    const token = this.#tokens[at];
    if (!token) return '';
    return token.kind === 'word' ? token.text.toUpperCase() : token.text;
  }

  #textAt(at: number): string {
    const token = this.#tokens[at];
    if (!token) return '';
    if (token.kind === 'word') return token.text.toLowerCase();
    return token.text;
  }
}

function named(parts: readonly string[], namespace: string): ObjectName {
  return { namespace: parts.at(-2) ?? namespace, name: parts.at(-1) ?? '' };
}
