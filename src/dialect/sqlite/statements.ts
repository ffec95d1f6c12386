import { type SqlToken, tokenizeSql } from '../sql-tokens.ts';

/** One statement of SQL for SQLite, or one command of its shell, such as `.headers on`. */
export interface SqliteStatement {
  readonly kind: 'statement' | 'command';
  /** As it was written, without the closing semicolon. */
  readonly text: string;
  /**
   * As SQLite gets it: with what stands behind it, up to the semicolon or the end. SQLite keeps that
   * space in the statement of an index.
   */
  readonly sql: string;
  /** Its tokens without comments and space, without the closing semicolon; empty for a command. */
  readonly tokens: readonly PlacedToken[];
  /** Where it stands in the text, in UTF-16 code units; the end is behind the semicolon. */
  readonly start: number;
  readonly end: number;
}

/** A token with its place in the text that was cut, in UTF-16 code units. */
export interface PlacedToken extends SqlToken {
  readonly start: number;
}

/**
 * Cuts a text at its semicolons, but for those inside of strings, comments and the bodies of
 * triggers, which end with `END;`.
 *
 * @see {@link https://www.sqlite.org/c3ref/complete.html | sqlite3_complete}
 */
export function splitSqlite(text: string): readonly SqliteStatement[] {
  const splitter = new Splitter(text);
  for (const token of placedTokens(text)) splitter.take(token);
  return splitter.end();
}

/** The tokens of a text, each with its place. */
export function placedTokens(text: string): readonly PlacedToken[] {
  let start = 0;
  return tokenizeSql(text, 'sqlite').map((token) => {
    const placed = { ...token, start };
    start += token.text.length;
    return placed;
  });
}

class Splitter {
  readonly #text: string;
  readonly #statements: SqliteStatement[] = [];
  #pending: PlacedToken[] = [];
  /** End of the command of the shell whose tokens are passed over. */
  #commandEnd = 0;

  constructor(text: string) {
    this.#text = text;
  }

  take(token: PlacedToken): void {
    if (token.start < this.#commandEnd) return;
    if (token.kind === 'comment' || token.kind === 'space') return;
    const [first] = this.#pending;
    if (token.text === '.' && !first) this.#takeCommand(token.start);
    else if (token.text !== ';') this.#pending.push(token);
    else if (first && isInsideTrigger(this.#pending)) this.#pending.push(token);
    else if (first) this.#close(first, token.start + 1, token.start);
  }

  end(): readonly SqliteStatement[] {
    const [first] = this.#pending;
    const last = this.#pending.at(-1);
    if (first && last) this.#close(first, last.start + last.text.length, this.#text.length);
    return this.#statements;
  }

  /** A command of the shell takes its line. */
  #takeCommand(start: number): void {
    const line = this.#text.indexOf('\n', start);
    this.#commandEnd = line < 0 ? this.#text.length : line;
    const text = this.#text.slice(start, this.#commandEnd).trimEnd();
    const end = start + text.length;
    this.#statements.push({ kind: 'command', text, sql: text, tokens: [], start, end });
  }

  #close(first: PlacedToken, end: number, sqlEnd: number): void {
    const last = this.#pending.at(-1) ?? first;
    const text = this.#text.slice(first.start, last.start + last.text.length);
    this.#statements.push({
      kind: 'statement',
      text,
      sql: this.#text.slice(first.start, sqlEnd),
      tokens: this.#pending,
      start: first.start,
      end,
    });
    this.#pending = [];
  }
}

function isInsideTrigger(tokens: readonly SqlToken[]): boolean {
  const [create, first, second] = tokens;
  if (!isWord(create, /^create$/i)) return false;
  const named = isWord(first, /^temp(?:orary)?$/i) ? second : first;
  if (!isWord(named, /^trigger$/i)) return false;
  return !(isWord(tokens.at(-1), /^end$/i) && tokens.at(-2)?.text === ';');
}

function isWord(token: SqlToken | undefined, pattern: RegExp): boolean {
  return token?.kind === 'word' && pattern.test(token.text);
}
