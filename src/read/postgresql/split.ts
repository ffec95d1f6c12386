/** A stretch of a file that psql runs. Between them there are comments and blank space only. */
export interface SqlPiece {
  /** `client`: a command of psql, to the end of its line. `data`: lines behind COPY … FROM stdin. */
  readonly kind: 'statement' | 'client' | 'data';
  /** In UTF-16 code units; the end is exclusive, behind the semicolon of a statement. */
  readonly start: number;
  readonly end: number;
}

/**
 * What matters for where a statement ends; all else is passed over. Behind `E` a backslash escapes,
 * since standard_conforming_strings is on by default and in every dump.
 */
const TOKEN = new RegExp(
  [
    String.raw`--[^\n]*`,
    String.raw`/\*`,
    String.raw`[eE]'(?:[^'\\]|''|\\[\s\S])*(?:'|$)`,
    `'(?:[^']|'')*(?:'|$)`,
    `"(?:[^"]|"")*(?:"|$)`,
    String.raw`\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$`,
    String.raw`[\p{L}_][\p{L}\p{N}_$]*`,
    String.raw`\d[\p{L}\p{N}_.]*`,
    String.raw`[^\s]`,
  ].join('|'),
  'gu',
);

const COMMENT_EDGE = /\/\*|\*\//g;
const COPIES_IN = /^copy\b[^;]*\bfrom\s+stdin\b/i;
/** The line that ends the data of COPY. */
const DATA_END = /^\\\.[ \t]*(?:\r?\n|$)/gm;
/** A psql command that sends what was typed so far. */
const SENDS = /\\(?:g|gx|gset|gexec|gdesc|crosstabview)\b/y;

/** How often, in lengths of the text, stretches are read again after a quote that does not close. */
const MAX_REREADS = 8;

/**
 * The statements of a file as psql cuts them: at semicolons outside of strings, comments,
 * parentheses and BEGIN ATOMIC … END.
 *
 * A quote or parenthesis that never closes takes the rest of the file for psql; here it ends with the
 * first semicolon that ends a line, so that the statements behind it are read.
 *
 * @see src/fe_utils/psqlscan.l of PostgreSQL 18.
 */
export function splitPostgresql(text: string): readonly SqlPiece[] {
  return new Splitter(text).pieces();
}

class Splitter {
  readonly #text: string;
  readonly #pieces: SqlPiece[] = [];
  readonly #token = new RegExp(TOKEN);
  #rereads: number;
  /** Where the statement begins; null between statements. */
  #start: number | null = null;
  #parentheses = 0;
  readonly #atomic = new AtomicBody();

  constructor(text: string) {
    this.#text = text;
    this.#rereads = MAX_REREADS * text.length;
  }

  pieces(): readonly SqlPiece[] {
    let end = this.#text.length;
    for (;;) {
      for (let match = this.#next(); match; match = this.#next()) this.#take(match[0], match.index);
      const cut = this.#start === null ? null : this.#firstLineEnd(this.#start);
      if (cut === null) break;
      this.#rereads -= this.#text.length - cut;
      this.#close(cut);
      this.#token.lastIndex = cut;
    }
    if (this.#start !== null) {
      while (/\s/.test(this.#text.charAt(end - 1))) end -= 1;
      this.#close(end);
    }
    return this.#pieces;
  }

  #next(): RegExpExecArray | null {
    return this.#token.exec(this.#text);
  }

  #take(token: string, at: number): void {
    if (token.startsWith('--')) return;
    if (token === '/*') this.#skipComment(at);
    else if (token === '\\') this.#takeCommand(at);
    else if (token === ';') this.#takeSemicolon(at);
    else this.#takePart(token, at);
  }

  #takePart(token: string, at: number): void {
    this.#start ??= at;
    if (token === '(') this.#parentheses += 1;
    else if (token === ')') this.#parentheses = Math.max(0, this.#parentheses - 1);
    else if (/^\$.*\$$/u.test(token)) this.#skipDollarQuoted(token);
    else if (/^[\p{L}_]/u.test(token)) this.#atomic.word(token, this.#parentheses);
  }

  #takeSemicolon(at: number): void {
    if (this.#start === null) return;
    if (this.#parentheses > 0 || this.#atomic.isOpen) return;
    this.#close(at + 1);
  }

  /** Comments nest (https://www.postgresql.org/docs/18/sql-syntax-lexical.html#SQL-SYNTAX-COMMENTS). */
  #skipComment(at: number): void {
    COMMENT_EDGE.lastIndex = at;
    let depth = 0;
    for (let edge = COMMENT_EDGE.exec(this.#text); edge; edge = COMMENT_EDGE.exec(this.#text)) {
      depth += edge[0] === '/*' ? 1 : -1;
      if (depth === 0) {
        this.#token.lastIndex = edge.index + 2;
        return;
      }
    }
    this.#token.lastIndex = this.#text.length;
  }

  #skipDollarQuoted(tag: string): void {
    const end = this.#text.indexOf(tag, this.#token.lastIndex);
    this.#token.lastIndex = end < 0 ? this.#text.length : end + tag.length;
  }

  #takeCommand(at: number): void {
    if (this.#start !== null) {
      SENDS.lastIndex = at;
      if (!SENDS.test(this.#text)) return;
      this.#close(at);
    }
    const newline = this.#text.indexOf('\n', at);
    const end = newline < 0 ? this.#text.length : newline;
    this.#pieces.push({ kind: 'client', start: at, end });
    this.#token.lastIndex = end;
  }

  #close(end: number): void {
    const start = this.#start ?? end;
    this.#pieces.push({ kind: 'statement', start, end });
    this.#start = null;
    this.#parentheses = 0;
    this.#atomic.reset();
    if (/^c/i.test(this.#text.charAt(start)) && COPIES_IN.test(this.#text.slice(start, end))) {
      this.#takeData(end);
    }
  }

  /** The data begins with the line behind the statement. */
  #takeData(from: number): void {
    const newline = this.#text.indexOf('\n', from);
    const start = newline < 0 ? this.#text.length : newline + 1;
    DATA_END.lastIndex = start;
    const last = DATA_END.exec(this.#text);
    const end = last ? last.index + 2 : this.#text.length;
    if (end > start) this.#pieces.push({ kind: 'data', start, end });
    this.#token.lastIndex = end;
  }

  /** Behind the first semicolon at the end of a line; null when there is none, or too much was read again. */
  #firstLineEnd(start: number): number | null {
    if (this.#rereads <= 0) return null;
    const last = /;[ \t]*\r?\n/g;
    last.lastIndex = start;
    const match = last.exec(this.#text);
    return match ? match.index + 1 : null;
  }
}

/** Words at the start of a statement that lead to a body of SQL. */
const HEAD = /^(?:create|or|replace|function|procedure)$/i;

/** Tells whether a statement is inside of the BEGIN ATOMIC … END of a function. */
class AtomicBody {
  #words = 0;
  #head = '';
  #depth = 0;

  get isOpen(): boolean {
    return this.#depth > 0;
  }

  reset(): void {
    this.#words = 0;
    this.#head = '';
    this.#depth = 0;
  }

  word(word: string, parentheses: number): void {
    if (this.#words < 4 && HEAD.test(word)) this.#head += ` ${word.toLowerCase()}`;
    this.#words += 1;
    if (parentheses > 0 || !/^(?:begin|case|end)$/i.test(word)) return;
    if (!/^ create(?: or replace)? (?:function|procedure)/.test(this.#head)) return;
    const [first = ''] = word.toLowerCase();
    if (first === 'b' || (first === 'c' && this.#depth > 0)) this.#depth += 1;
    if (first === 'e' && this.#depth > 0) this.#depth -= 1;
  }
}
