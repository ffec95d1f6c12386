import { type SqlToken, tokenizeSql } from '../../dialect/sql-tokens.ts';
import { tokensWithoutPublic } from './public-names.ts';

/** A token with its place, in UTF-16 code units. */
interface PlacedToken extends SqlToken {
  readonly start: number;
  readonly end: number;
}

/**
 * SQL as its author wrote it, addressed by the places that the parser gives. The parse tree holds
 * where a clause begins; what an expression's text is, the tokens tell.
 */
export class SqlText {
  readonly text: string;
  #tokens: readonly PlacedToken[] | null = null;
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
    return tokensWithoutPublic([...this.#within(start, end)])
      .map((token) => (token.kind === 'space' || token.kind === 'comment' ? ' ' : token.text))
      .join('')
      .replace(/^ +| +$/g, '')
      .replace(/ {2,}/g, (spaces) => spaces.slice(0, 1));
  }

  /** Where the first of these words ends that stands at or after `from`; null when none does. */
  after(from: number, ...words: readonly string[]): number | null {
    for (const token of this.#from(from)) if (isWord(token, words)) return token.end;
    return null;
  }

  /** Where the last of these words ends that stands between the places; null when none does. */
  last(from: number, to: number, ...words: readonly string[]): number | null {
    let last: number | null = null;
    for (const token of this.#within(from, to)) if (isWord(token, words)) last = token.end;
    return last;
  }

  /** What the first pair of parentheses at or after `from` encloses; null when there is none. */
  enclosed(from: number): { readonly text: string; readonly end: number } | null {
    let depth = 0;
    let start = 0;
    for (const token of this.#from(from)) {
      if (token.text === '(') {
        if (depth === 0) start = token.end;
        depth += 1;
      }
      if (token.text !== ')') continue;
      depth -= 1;
      if (depth === 0) return { text: this.between(start, token.start), end: token.end };
      if (depth < 0) return null;
    }
    return null;
  }

  /**
   * The text from `from` on, up to a comma, a semicolon, a closing parenthesis or one of the words
   * outside of parentheses. The first word itself does not end it.
   */
  clause(from: number, ...words: readonly string[]): string {
    let depth = 0;
    let begun = false;
    for (const token of this.#from(from)) {
      depth += DEPTHS.get(token.text) ?? 0;
      const ends =
        depth < 0 || (depth === 0 && (/^[,;]$/.test(token.text) || isWord(token, words)));
      if (ends && begun) return this.between(from, token.start);
      begun ||= token.kind !== 'space' && token.kind !== 'comment';
    }
    return this.between(from, this.text.length);
  }

  #from(start: number): Generator<PlacedToken> {
    return this.#within(start, this.text.length);
  }

  *#within(start: number, end: number): Generator<PlacedToken> {
    this.#tokens ??= placed(this.text);
    for (let at = firstFrom(this.#tokens, start); at < this.#tokens.length; at += 1) {
      const token = this.#tokens[at];
      if (!token || token.end > end) return;
      yield token;
    }
  }
}

/** The position of the first token that begins at or after the place. */
function firstFrom(tokens: readonly PlacedToken[], place: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? place) < place) low = middle + 1;
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

function placed(text: string): readonly PlacedToken[] {
  let start = 0;
  return tokenizeSql(text, 'postgresql').map((token) => {
    const end = start + token.text.length;
    const result = { ...token, start, end };
    start = end;
    return result;
  });
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
