import { canonicalType } from '../../../../dialect/postgresql/types.ts';
import { type SqlToken, tokenizeSql } from '../../../../dialect/sql-tokens.ts';

/** Types whose names are several words: what may follow the first. */
const SECOND_WORDS: { readonly [first: string]: readonly string[] } = {
  double: ['precision'],
  character: ['varying'],
  national: ['character', 'char'],
  bit: ['varying'],
  time: ['with', 'without'],
  timestamp: ['with', 'without'],
};

/**
 * The types of a routine's input arguments, which tell it from others of its name, from the text
 * between the parentheses of its definition.
 */
export function argumentTypes(text: string): readonly string[] {
  return argumentsOf(text).flatMap((tokens) => {
    const type = inputType(tokens);
    return type === null ? [] : [type];
  });
}

/** The tokens of each argument, without space. */
function argumentsOf(text: string): readonly (readonly SqlToken[])[] {
  const groups: SqlToken[][] = [[]];
  let depth = 0;
  for (const token of tokenizeSql(text, 'postgresql')) {
    if (token.kind === 'space' || token.kind === 'comment') continue;
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (token.text === ',' && depth === 0) groups.push([]);
    else if (isSorting(token, depth)) groups.push([]);
    else groups.at(-1)?.push(token);
  }
  return groups.filter((group) => group.length > 0);
}

/** ORDER BY between the arguments of an ordered-set aggregate. */
function isSorting(token: SqlToken, depth: number): boolean {
  return depth === 0 && token.kind === 'word' && /^(?:order|by)$/i.test(token.text);
}

/** Null for an argument that is output only. */
function inputType(tokens: readonly SqlToken[]): string | null {
  const end = tokens.findIndex(({ text }) => text === '=' || /^default$/i.test(text));
  const declared = end < 0 ? tokens : tokens.slice(0, end);
  const [first] = declared;
  if (first?.kind === 'word' && /^out$/i.test(first.text)) return null;
  const isMode = first?.kind === 'word' && /^(?:in|inout|variadic)$/i.test(first.text);
  return typeText(withoutName(isMode ? declared.slice(1) : declared));
}

function withoutName(tokens: readonly SqlToken[]): readonly SqlToken[] {
  const [first, second] = tokens;
  if (!first || !second || second.kind === 'symbol') return tokens;
  const words = SECOND_WORDS[first.text.toLowerCase()] ?? [];
  return words.includes(second.text.toLowerCase()) ? tokens : tokens.slice(1);
}

/** True for the text of an argument that has no name, but a type alone. */
export function beginsType(text: string): boolean {
  const [tokens = []] = argumentsOf(text);
  return withoutName(tokens) === tokens;
}

/** A type as the catalog knows it: without a length, which routines do not keep. */
function typeText(tokens: readonly SqlToken[]): string {
  const text = tokens.map(({ text }) => text).join(' ');
  const spelt = text
    .replace(/ ?\. ?/g, '.')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/ ?\[ ?\d* ?\]/g, '[]')
    .replace(/\s+/g, ' ')
    .trim();
  return spelt.includes('.') ? spelt : canonicalType(spelt).replace(/\(\d+\)/, '');
}
