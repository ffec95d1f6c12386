import { NotTold, told } from '../not-told.ts';
import { joinTokens } from '../tokens/join.ts';
import type { TokenReader } from '../tokens/token-reader.ts';
import type { StatedDefault } from './stated.ts';

/**
 * What follows DEFAULT: a literal, a call such as CURRENT_TIMESTAMP(6), or an expression in
 * parentheses, which keeps them. Null for NULL.
 *
 * @see {@link https://dev.mysql.com/doc/refman/8.4/en/data-type-defaults.html | Data Type Default Values}
 */
export function readDefault(reader: TokenReader): StatedDefault | null {
  const group = reader.group();
  if (group !== null) return { kind: 'expression', sql: `(${joinTokens(group)})` };
  const sign = reader.takeOne('+', '-');
  const number = reader.number();
  if (number !== null) return literalNumber(`${sign === '-' ? '-' : ''}${number}`);
  if (sign !== null) throw new NotTold('a sign stands before what is no number');
  if (isString(reader)) return literalString(reader);
  const word = told(reader.any(), 'default');
  // A character set in front of a string: `_utf8mb4'a'`.
  if (word.text.startsWith('_') && isString(reader)) return literalString(reader);
  return word.kind === 'word' ? named(word.text, reader) : unreadable(word.text);
}

function isString({ next }: TokenReader): boolean {
  return next?.kind === 'string';
}

function unreadable(text: string): never {
  throw new NotTold(`its default ${text} is none that MySQL knows`);
}

function literalNumber(text: string): StatedDefault {
  return /^-?0[xb]/i.test(text) ? { kind: 'expression', sql: text } : { kind: 'literal', text };
}

function literalString(reader: TokenReader): StatedDefault {
  const written = told(reader.next, 'string').text;
  const text = told(reader.string(), 'string');
  // Bits keep their form, which is how the catalog shows them; hexadecimal strings are no text.
  if (/^b'/i.test(written)) return { kind: 'literal', text: `b'${text}'` };
  return /^x'/i.test(written) ? { kind: 'expression', sql: written } : { kind: 'literal', text };
}

function named(word: string, reader: TokenReader): StatedDefault | null {
  if (/^null$/i.test(word)) return null;
  if (/^true$/i.test(word)) return { kind: 'literal', text: '1' };
  if (/^false$/i.test(word)) return { kind: 'literal', text: '0' };
  return { kind: 'expression', sql: callText(word, reader) };
}

/** `CURRENT_TIMESTAMP`, `now()`, `nextval(`s`)`: a word with what stands in parentheses behind it. */
export function callText(word: string, reader: TokenReader): string {
  const group = reader.group();
  return group === null ? word : `${word}(${joinTokens(group)})`;
}
