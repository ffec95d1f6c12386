import type { SqlToken } from '../../../dialect/sql-tokens.ts';

/** Reads a statement's tokens from left to right. */
export class SqlReader {
  readonly #tokens: readonly SqlToken[];
  #at = 0;

  constructor(tokens: readonly SqlToken[]) {
    this.#tokens = tokens;
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  /** Takes the words when they come next, in any case; otherwise takes nothing. */
  take(...words: readonly string[]): boolean {
    const matches = words.every((word, position) => {
      const token = this.#tokens[this.#at + position];
      return (
        token !== undefined &&
        token.kind !== 'string' &&
        token.kind !== 'quoted' &&
        token.text.toUpperCase() === word
      );
    });
    if (matches) this.#at += words.length;
    return matches;
  }

  /** A name, with its schema in front unless that is `public`; null when none comes next. */
  name(): string | null {
    const first = this.#identifier();
    if (first === null) return null;
    if (!this.take('.')) return first;
    const second = this.#identifier();
    if (second === null) return null;
    return first === 'public' ? second : `${first}.${second}`;
  }

  #identifier(): string | null {
    const token = this.#tokens[this.#at];
    if (!token || (token.kind !== 'word' && token.kind !== 'quoted')) return null;
    this.#at += 1;
    return token.name;
  }

  /** The content of a string in single quotes; null when none comes next. */
  string(): string | null {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'string' || !token.text.startsWith("'")) return null;
    this.#at += 1;
    return token.text.slice(1, -1).replaceAll("''", "'");
  }

  /** The tokens between a pair of parentheses; null when none opens next. */
  group(): readonly SqlToken[] | null {
    if (this.#tokens[this.#at]?.text !== '(') return null;
    let depth = 0;
    for (let at = this.#at; at < this.#tokens.length; at += 1) {
      const { text } = this.#tokens[at] ?? { text: '' };
      if (text === '(') depth += 1;
      if (text === ')') depth -= 1;
      if (depth > 0) continue;
      const inner = this.#tokens.slice(this.#at + 1, at);
      this.#at = at + 1;
      return inner;
    }
    return null;
  }

  /** The tokens of a literal, a name or a call that come next; none when there is none. */
  value(): readonly SqlToken[] {
    const start = this.#at;
    const signed = /^[+-]$/.test(this.#tokens[this.#at]?.text ?? '') ? 1 : 0;
    this.#at = Math.min(this.#at + signed + 1, this.#tokens.length);
    this.group();
    return this.#tokens.slice(start, this.#at);
  }

  /** Everything that is left. */
  rest(): readonly SqlToken[] {
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
      return depth === 0 && token.kind === 'word' && words.includes(token.text.toUpperCase());
    });
  }
}

/** The parts of a list, cut at commas outside of parentheses. */
export function splitList(tokens: readonly SqlToken[]): readonly (readonly SqlToken[])[] {
  const parts: SqlToken[][] = [[]];
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
export function columnList(tokens: readonly SqlToken[] | null): readonly string[] | null {
  if (tokens === null) return null;
  const names = splitList(tokens).map((part) =>
    part.length === 1 && (part[0]?.kind === 'word' || part[0]?.kind === 'quoted')
      ? part[0].name
      : null,
  );
  const plain = names.filter((name) => name !== null);
  return plain.length === names.length ? plain : null;
}

/** Tokens as text again, with single spaces where SQL needs or likes them. */
export function joinTokens(tokens: readonly SqlToken[]): string {
  let text = '';
  let previous: SqlToken | null = null;
  for (const token of tokens) {
    const tight =
      previous === null ||
      /^[(.[:]|::$/.test(previous.text) ||
      /^[),.;:\]]|^\[|^::/.test(token.text) ||
      (token.text === '(' &&
        previous.kind === 'word' &&
        !/^(?:and|or|in|not|as|on|over|where|when|then|else|any|all|exists|using|values)$/i.test(
          previous.text,
        ));
    text += tight ? token.text : ` ${token.text}`;
    previous = token;
  }
  return text;
}
