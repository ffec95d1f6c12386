import { tokenizeSql } from '../dialect/sql-tokens.ts';
import type { Engine } from '../model/engine.ts';

/** One word, quoted name, string or sign of a statement. */
export interface StatementWord {
  /** As it is written. */
  readonly text: string;
  /** In upper case where it is an unquoted word; empty for all else. */
  readonly word: string;
  /** What a word or a quoted name spells; empty for all else. */
  readonly name: string;
  /** Parentheses around it. */
  readonly depth: number;
}

/** What a statement says, without space and comments. A parenthesis has the depth outside of it. */
export function statementWords(sql: string, engine: Engine): readonly StatementWord[] {
  const words: StatementWord[] = [];
  let depth = 0;
  for (const { kind, text, name } of tokenizeSql(sql, engine)) {
    if (kind === 'space' || kind === 'comment') continue;
    if (text === ')') depth -= 1;
    words.push({ text, name, word: kind === 'word' ? text.toUpperCase() : '', depth });
    if (text === '(') depth += 1;
  }
  return words;
}
