import type { Token } from '../tokens/token.ts';

/*
 * sql-ddl-to-json-schema looks for every reading of a text, and its grammar has two for each column
 * in a key and for each UNIQUE KEY, so that time and memory double with each of them: 24 ms for 8
 * columns, 2 s for 15, all memory for 20. node-sql-parser reads an expression again for each level of
 * parentheses. What is past these limits goes past the libraries.
 */
const MOST_CHARACTERS = 2000;
const MOST_NAMES = 8;
const MOST_REPETITIONS = 2;
const MOST_LEVELS = 6;

/** Whether the libraries read a definition in a few milliseconds. */
export function isSafe(text: string, tokens: readonly Token[]): boolean {
  if (text.length > MOST_CHARACTERS) return false;
  const words = new Map<string, number>();
  let names = 0;
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (token.text === ',' && tokens[at - 1]?.kind !== 'string') names += 1;
    if (depth === 0 && token.kind === 'word') count(words, token.text.toUpperCase());
    if (depth > MOST_LEVELS || names >= MOST_NAMES) return false;
  }
  return Math.max(0, ...words.values()) <= MOST_REPETITIONS;
}

function count(words: Map<string, number>, word: string): void {
  words.set(word, (words.get(word) ?? 0) + 1);
}
