import type { PlacedToken } from '../../../dialect/sqlite/statements.ts';

/** Reads the tokens of a statement that SQLite took, from left to right. */
export class TokenReader {
  readonly #tokens: readonly PlacedToken[];
  /** Text that the places of the tokens refer to. */
  readonly #text: string;
  #at = 0;

  constructor(tokens: readonly PlacedToken[], text: string) {
    this.#tokens = tokens;
    this.#text = text;
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  /** The text of the token that comes next, in capitals for a word; empty behind the last. */
  get next(): string {
    const token = this.#tokens[this.#at];
    if (!token) return '';
    return token.kind === 'word' ? token.text.toUpperCase() : token.text;
  }

  get nextKind(): PlacedToken['kind'] | null {
    return this.#tokens[this.#at]?.kind ?? null;
  }

  /** Takes the words when they come next, in any case; otherwise takes nothing. */
  take(...words: readonly string[]): boolean {
    const matches = words.every((word, position) => {
      const token = this.#tokens[this.#at + position];
      const plain = token?.kind === 'word' || token?.kind === 'symbol';
      return plain && token.text.toUpperCase() === word;
    });
    if (matches) this.#at += words.length;
    return matches;
  }

  /** Takes one of the words when it comes next; null otherwise. */
  takeOne(...words: readonly string[]): string | null {
    return words.find((word) => this.take(word)) ?? null;
  }

  /** A name, which SQLite also takes in single quotes; null when none comes next. */
  name(): string | null {
    const token = this.#tokens[this.#at];
    if (token?.kind === 'word' || token?.kind === 'quoted') {
      this.#at += 1;
      return token.name;
    }
    if (token?.kind !== 'string') return null;
    this.#at += 1;
    return token.text.slice(1, -1).replaceAll("''", "'");
  }

  /** A name with or without its database in front, of which only the name is given back. */
  qualifiedName(): string | null {
    const first = this.name();
    return first !== null && this.take('.') ? this.name() : first;
  }

  /** Passes over one token and gives it back. */
  skip(): PlacedToken | null {
    const token = this.#tokens[this.#at] ?? null;
    this.#at += 1;
    return token;
  }

  /** The text between a pair of parentheses as it was written, without space around; null when none opens next. */
  groupText(): string | null {
    const tokens = this.group();
    return tokens && this.textOf(tokens);
  }

  /** The tokens between a pair of parentheses; null when none opens next. */
  group(): readonly PlacedToken[] | null {
    if (this.#tokens[this.#at]?.text !== '(') return null;
    const open = this.#at;
    let depth = 0;
    for (; this.#at < this.#tokens.length; this.#at += 1) {
      depth += depthOf(this.#tokens[this.#at]);
      if (depth === 0) break;
    }
    const inner = this.#tokens.slice(open + 1, this.#at);
    this.#at += 1;
    return inner;
  }

  /** The reader of what stands between a pair of parentheses; null when none opens next. */
  inside(): TokenReader | null {
    const tokens = this.group();
    return tokens && new TokenReader(tokens, this.#text);
  }

  /** What stands between commas outside of parentheses, each with a reader of its own. */
  parts(): readonly TokenReader[] {
    const parts: PlacedToken[][] = [[]];
    let depth = 0;
    for (const token of this.#tokens.slice(this.#at)) {
      depth += depthOf(token);
      if (token.text === ',' && depth === 0) parts.push([]);
      else parts.at(-1)?.push(token);
    }
    this.#at = this.#tokens.length;
    return parts.map((tokens) => new TokenReader(tokens, this.#text));
  }

  /** Everything that is left, as it was written. */
  restText(): string {
    const rest = this.#tokens.slice(this.#at);
    this.#at = this.#tokens.length;
    return this.textOf(rest);
  }

  textOf(tokens: readonly PlacedToken[]): string {
    const [first] = tokens;
    const last = tokens.at(-1);
    return first && last ? this.#text.slice(first.start, last.start + last.text.length) : '';
  }
}

function depthOf(token: PlacedToken | undefined): number {
  if (token?.kind !== 'symbol') return 0;
  if (token.text === '(') return 1;
  return token.text === ')' ? -1 : 0;
}
