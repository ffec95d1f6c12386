import { type SqlToken, tokenizeSql } from '../../dialect/sql-tokens.ts';
import { tokensWithoutPublic } from './public-names.ts';

/** The tokens of a text, each with the place where it starts, in UTF-16 code units. */
interface PlacedTokens {
  readonly tokens: readonly SqlToken[];
  readonly starts: readonly number[];
}

/**
 * SQL as its author wrote it, addressed by the places that the parser gives. The parse tree holds
 * where a clause begins; what an expression's text is, the tokens tell.
 */
export class SqlText {
  readonly text: string;
  #placed: PlacedTokens | null = null;
  #isAscii: boolean | null = null;
  #characterOfByte: Uint32Array | null = null;

  constructor(text: string) {
    this.text = text;
  }

  /** The place in UTF-16 code units of a place in bytes of UTF-8, as the parser counts. */
  characterAt(byte: number): number {
    this.#isAscii ??= !/[^\p{ASCII}]/u.test(this.text);
    if (this.#isAscii) return byte;
    this.#characterOfByte ??= charactersOfBytes(this.text);
    return this.#characterOfByte[byte] ?? this.text.length;
  }

  /**
   * The text from `start` up to `end` without comments, with single spaces, and with its names as
   * the server prints them while `public` is on the search path.
   */
  between(start: number, end: number): string {
    return tokensWithoutPublic(this.#within(start, end))
      .map((token) => (token.kind === 'space' || token.kind === 'comment' ? ' ' : token.text))
      .join('')
      .replace(/^ +| +$/g, '')
      .replace(/ {2,}/g, (spaces) => spaces.slice(0, 1));
  }

  /** Where the first of these words ends that stands at or after `from`; null when none does. */
  after(from: number, ...words: readonly string[]): number | null {
    const { tokens, starts } = this.#tokens();
    for (let at = firstFrom(starts, from); at < tokens.length; at += 1) {
      const token = tokens[at];
      if (token && isWord(token, words)) return (starts[at] ?? 0) + token.text.length;
    }
    return null;
  }

  /** Where the last of these words ends that stands between the places; null when none does. */
  last(from: number, to: number, ...words: readonly string[]): number | null {
    const { tokens, starts } = this.#tokens();
    for (let at = firstFrom(starts, to) - 1; at >= 0; at -= 1) {
      const [token, start = 0] = [tokens[at], starts[at]];
      if (start < from) return null;
      if (!token || !isWord(token, words)) continue;
      const end = start + token.text.length;
      if (end <= to) return end;
    }
    return null;
  }

  /** What the first pair of parentheses at or after `from` encloses; null when there is none. */
  enclosed(from: number): { readonly text: string; readonly end: number } | null {
    const { tokens, starts } = this.#tokens();
    let depth = 0;
    let open = 0;
    for (let at = firstFrom(starts, from); at < tokens.length; at += 1) {
      const text = tokens[at]?.text;
      if (text === '(') {
        if (depth === 0) open = (starts[at] ?? 0) + 1;
        depth += 1;
      }
      if (text !== ')') continue;
      depth -= 1;
      const start = starts[at] ?? 0;
      if (depth === 0) return { text: this.between(open, start), end: start + 1 };
      if (depth < 0) return null;
    }
    return null;
  }

  /**
   * The text from `from` on, up to a comma, a semicolon, a closing parenthesis or one of the words
   * outside of parentheses. The first word itself does not end it.
   */
  clause(from: number, ...words: readonly string[]): string {
    const { tokens, starts } = this.#tokens();
    let depth = 0;
    let begun = false;
    for (let at = firstFrom(starts, from); at < tokens.length; at += 1) {
      const token = tokens[at];
      if (!token) break;
      depth += DEPTHS.get(token.text) ?? 0;
      const ends =
        depth < 0 || (depth === 0 && (/^[,;]$/.test(token.text) || isWord(token, words)));
      if (ends && begun) return this.between(from, starts[at] ?? 0);
      begun ||= token.kind !== 'space' && token.kind !== 'comment';
    }
    return this.between(from, this.text.length);
  }

  #tokens(): PlacedTokens {
    this.#placed ??= placed(this.text);
    return this.#placed;
  }

  /** The tokens that lie between the places. */
  #within(start: number, end: number): readonly SqlToken[] {
    const { tokens, starts } = this.#tokens();
    const from = firstFrom(starts, start);
    let to = firstFrom(starts, end);
    const last = tokens[to - 1];
    if (last && (starts[to - 1] ?? 0) + last.text.length > end) to -= 1;
    return tokens.slice(from, Math.max(from, to));
  }
}

/** The position of the first token that begins at or after the place. */
function firstFrom(starts: readonly number[], place: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? place) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What a token adds to the depth of brackets. */
const DEPTHS: ReadonlyMap<string, number> = new Map([
  ['(', 1],
  ['[', 1],
  [')', -1],
  [']', -1],
]);

function isWord(token: SqlToken, words: readonly string[]): boolean {
  return token.kind === 'word' && words.includes(token.text.toUpperCase());
}

function placed(text: string): PlacedTokens {
  const tokens = tokenizeSql(text, 'postgresql');
  const starts: number[] = [];
  let start = 0;
  for (const token of tokens) {
    starts.push(start);
    start += token.text.length;
  }
  return { tokens, starts };
}

/** For each byte of the text in UTF-8, the character that it belongs to; one more for the end. */
function charactersOfBytes(text: string): Uint32Array {
  const characters: number[] = [];
  let character = 0;
  for (const point of text) {
    for (let byte = bytesOf(point); byte > 0; byte -= 1) characters.push(character);
    character += point.length;
  }
  characters.push(character);
  return Uint32Array.from(characters);
}

/** How many bytes UTF-8 needs for a character; half a surrogate pair counts as U+FFFD does. */
function bytesOf(point: string): number {
  const code = point.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
