import { told } from '../not-told.ts';
import type { Token } from '../tokens/token.ts';
import type { TokenReader } from '../tokens/token-reader.ts';

/** Types of several words, the longer ones first. */
const WORDS: readonly (readonly string[])[] = [
  ['DOUBLE', 'PRECISION'],
  ['NATIONAL', 'CHARACTER', 'VARYING'],
  ['NATIONAL', 'CHAR', 'VARYING'],
  ['NATIONAL', 'CHARACTER'],
  ['NATIONAL', 'VARCHAR'],
  ['NATIONAL', 'CHAR'],
  ['CHARACTER', 'VARYING'],
  ['CHAR', 'VARYING'],
  ['NCHAR', 'VARYING'],
  ['LONG', 'CHARACTER', 'VARYING'],
  ['LONG', 'CHAR', 'VARYING'],
  ['LONG', 'VARCHAR'],
  ['LONG', 'VARBINARY'],
];

/** Reads a type with its length, values and signs: `decimal(10,2) unsigned`, `enum('a','b')`. */
export function readType(reader: TokenReader): string {
  const words = WORDS.find((several) => reader.take(...several));
  const name = words?.join(' ').toLowerCase() ?? told(reader.identifier(), 'type');
  const group = reader.group();
  let type = group === null ? name : `${name}(${compact(group)})`;
  for (;;) {
    const sign = reader.takeOne('UNSIGNED', 'SIGNED', 'ZEROFILL');
    if (sign === null) return type;
    type += ` ${sign.toLowerCase()}`;
  }
}

function compact(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join('');
}
