import { type SqlToken, tokenizeSql } from '../../sql-tokens.ts';
import { Beyond } from './expression.ts';

/** What PostgreSQL builds operators of (scan.l); they end where another character comes. */
const OPERATOR_CHARACTERS = /^[-+*/<>=~!@#%^&|`?]$/;

/** Steps through the tokens of an expression; operators of several characters are one token. */
export class Cursor {
  readonly #tokens: readonly SqlToken[];
  #at = 0;

  /** @throws {Beyond} when the text holds a comment, which PostgreSQL would drop. */
  constructor(sql: string) {
    this.#tokens = joined(tokenizeSql(sql, 'postgresql'));
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

function joined(tokens: readonly SqlToken[]): readonly SqlToken[] {
  const result: SqlToken[] = [];
  let isAdjacent = false;
  for (const token of tokens) {
    if (token.kind === 'comment') throw new Beyond();
    const last = result.at(-1);
    const isOperator = token.kind === 'symbol' && OPERATOR_CHARACTERS.test(token.text);
    if (last && isAdjacent && isOperator && !endsBefore(last.text, token.text)) {
      result[result.length - 1] = { ...last, text: last.text + token.text };
    } else if (token.kind !== 'space') {
      result.push(token);
    }
    isAdjacent = isOperator;
  }
  return result;
}

/** `=-1` is `=` and `-1`: an operator ends in + or - only when it holds one of ~ ! @ # % ^ & | ` ?. */
function endsBefore(operator: string, next: string): boolean {
  if (operator === '-' && next === '>') return false;
  return (next === '-' || next === '+') && !/[~!@#%^&|`?]/.test(operator);
}
