import type { Token } from './token.ts';

/** Reads a statement's tokens from left to right. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  /** The token that comes next; undefined at the end. */
  get next(): Token | undefined {
    return this.#tokens[this.#at];
  }

  /** Up to that many of the tokens that come next; takes nothing. */
  ahead(count: number): readonly Token[] {
    return this.#tokens.slice(this.#at, this.#at + count);
  }

  /** True when the words come next, in any case; takes nothing. */
  sees(...words: readonly string[]): boolean {
    return words.every((word, offset) => isWord(this.#tokens[this.#at + offset], word));
  }

  /** Takes the words when they come next, in any case; otherwise takes nothing. */
  take(...words: readonly string[]): boolean {
    const sees = this.sees(...words);
    if (sees) this.#at += words.length;
    return sees;
  }

  /** Takes the first of the words that comes next; null when none does. */
  takeOne<W extends string>(...words: readonly W[]): W | null {
    return words.find((word) => this.take(word)) ?? null;
  }

  /** Takes whatever comes next. */
  any(): Token | null {
    const token = this.#tokens[this.#at];
    if (!token) return null;
    this.#at += 1;
    return token;
  }

  /** One name without a dot; null when none comes next. */
  identifier(): string | null {
    const token = this.next;
    if (token?.kind !== 'word' && token?.kind !== 'quoted') return null;
    this.#at += 1;
    return token.value;
  }

  /** A name, with its database in front where that is written; null when none comes next. */
  name(): string | null {
    const first = this.identifier();
    if (first === null || !this.take('.')) return first;
    const second = this.identifier();
    return second === null ? null : `${first}.${second}`;
  }

  /** The content of a string; those that follow right behind belong to it. Null when none comes next. */
  string(): string | null {
    if (this.next?.kind !== 'string') return null;
    let content = '';
    for (let token = this.next; token?.kind === 'string'; token = this.next) {
      content += token.value;
      this.#at += 1;
    }
    return content;
  }

  /** A number as it is written; null when none comes next. */
  number(): string | null {
    const token = this.next;
    if (token?.kind !== 'number') return null;
    this.#at += 1;
    return token.text;
  }

  /** The tokens between a pair of parentheses; null when none opens next, or it is left open. */
  group(): readonly Token[] | null {
    if (this.next?.text !== '(') return null;
    let depth = 0;
    for (let at = this.#at; at < this.#tokens.length; at += 1) {
      const text = this.#tokens[at]?.text;
      if (text === '(') depth += 1;
      if (text === ')') depth -= 1;
      if (depth > 0) continue;
      const inner = this.#tokens.slice(this.#at + 1, at);
      this.#at = at + 1;
      return inner;
    }
    return null;
  }

  /** Everything that is left. */
  rest(): readonly Token[] {
    const rest = this.#tokens.slice(this.#at);
    this.#at = this.#tokens.length;
    return rest;
  }

  /** True when one of the words is left outside of parentheses. */
  holds(...words: readonly string[]): boolean {
    let depth = 0;
    return this.#tokens.slice(this.#at).some((token) => {
      if (token.text === '(') depth += 1;
      if (token.text === ')') depth -= 1;
      return depth === 0 && words.some((word) => isWord(token, word));
    });
  }
}

/** True for that word or symbol, in any case, without quotes. */
export function isWord(token: Token | undefined, word: string): boolean {
  if (token === undefined || token.kind === 'string' || token.kind === 'quoted') return false;
  return token.text.length === word.length && token.text.toUpperCase() === word;
}

/** The parts of a list, cut at commas outside of parentheses. */
export function splitList(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (token.text === ',' && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Plain column names of a list; null when a part is more than a name. */
export function columnList(tokens: readonly Token[] | null): readonly string[] | null {
  if (tokens === null) return null;
  const names = splitList(tokens).map(([token, ...more]) =>
    more.length === 0 && (token?.kind === 'word' || token?.kind === 'quoted') ? token.value : null,
  );
  const plain = names.filter((name) => name !== null);
  return plain.length === names.length ? plain : null;
}
