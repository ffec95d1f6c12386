import { type MysqlServer, runsComment } from '../server.ts';
import { conditionalHead, endOfComment, endOfLine, endOfQuoted, isLineComment } from './scan.ts';
import { stringContent } from './string-content.ts';
import type { Mark, Token } from './token.ts';

/** A stretch of SQL as its server reads it. */
export interface Tokens {
  readonly tokens: readonly Token[];
  /** What is to be left out of the text where it is shown: marks of comments that the server runs, and those it passes over. */
  readonly marks: readonly Mark[];
}

const SPACE = /\s+/y;
/** A name may begin with a digit, and hold any letter beyond ASCII. */
const WORD = /[\w$\u0080-\uffff]+/y;
const NUMBER =
  /(?:0[xX][0-9a-fA-F]+|0b[01]+|(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)(?![\w$\u0080-\uffff])/y;
const VARIABLE = /@@?[\w$.\u0080-\uffff]*/y;
/** Strings with a letter in front: national, hexadecimal and binary ones. */
const PREFIXED = /[nNxXbB](?=')/y;
const OPERATOR = /<=>|:=|->>?|<=|>=|<>|!=|<<|>>|\|\||&&/y;

/** Cuts the text between two positions into tokens. */
export function tokenize(text: string, start: number, end: number, server: MysqlServer): Tokens {
  const reading = new Tokenizing(text, end, server);
  reading.run(start);
  return reading;
}

class Tokenizing implements Tokens {
  readonly tokens: Token[] = [];
  readonly marks: Mark[] = [];
  readonly #text: string;
  readonly #end: number;
  readonly #server: MysqlServer;
  #inConditional = 0;

  constructor(text: string, end: number, server: MysqlServer) {
    this.#text = text;
    this.#end = end;
    this.#server = server;
  }

  run(start: number): void {
    let at = start;
    while (at < this.#end) at = this.#passed(at) ?? this.#token(at);
  }

  /** The position behind what is no token; null where one begins. */
  #passed(at: number): number | null {
    const text = this.#text;
    const space = matchAt(SPACE, text, at);
    if (space !== null) return at + space.length;
    if (isLineComment(text, at)) return Math.min(endOfLine(text, at), this.#end);
    if (this.#inConditional > 0 && text.startsWith('*/', at)) {
      this.#inConditional -= 1;
      this.marks.push({ start: at, end: at + 2 });
      return at + 2;
    }
    return text.startsWith('/*', at) ? this.#comment(at) : null;
  }

  #comment(at: number): number {
    const head = conditionalHead(this.#text, at);
    if (head === null) return Math.min(endOfComment(this.#text, at), this.#end);
    if (runsComment(head, this.#server)) {
      this.#inConditional += 1;
      this.marks.push({ start: at, end: at + head.length });
      return at + head.length;
    }
    const end = Math.min(endOfComment(this.#text, at), this.#end);
    this.marks.push({ start: at, end });
    return end;
  }

  #token(at: number): number {
    const text = this.#text;
    const character = text.charAt(at);
    if (character === "'" || character === '"') return this.#string(at, at);
    if (character === '`') return this.#quoted(at);
    if (matchAt(PREFIXED, text, at) !== null) return this.#string(at, at + 1);
    const number = matchAt(NUMBER, text, at);
    // `t.1` is a name behind a dot; `1.5` is a number.
    if (number !== null) return this.#add('number', at, at + number.length, number);
    const word = matchAt(WORD, text, at);
    if (word !== null) return this.#add('word', at, at + word.length, word);
    const variable = matchAt(VARIABLE, text, at);
    if (variable !== null) return this.#add('variable', at, at + variable.length, variable);
    const symbol = matchAt(OPERATOR, text, at) ?? character;
    return this.#add('symbol', at, at + symbol.length, symbol);
  }

  /** @param open - position of the opening quote, behind a letter in front of it. */
  #string(at: number, open: number): number {
    const end = Math.min(endOfQuoted(this.#text, open), this.#end);
    return this.#add('string', at, end, stringContent(this.#text.slice(open, end)));
  }

  #quoted(at: number): number {
    const end = Math.min(endOfQuoted(this.#text, at), this.#end);
    return this.#add('quoted', at, end, this.#text.slice(at + 1, end - 1).replaceAll('``', '`'));
  }

  #add(kind: Token['kind'], start: number, end: number, value: string): number {
    this.tokens.push({ kind, text: this.#text.slice(start, end), value, start, end });
    return end;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
