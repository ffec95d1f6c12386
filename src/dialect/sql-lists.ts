import type { SqlToken } from './sql-tokens.ts';

/** What a token does to the depth of parentheses and brackets: 1, -1 or 0. */
export function depthOf({ kind, text }: SqlToken): number {
  if (kind !== 'symbol') return 0;
  if (text === '(' || text === '[') return 1;
  return text === ')' || text === ']' ? -1 : 0;
}

/** The parts of a list between commas outside of parentheses; one empty part for no tokens. */
export function listItems(tokens: readonly SqlToken[]): readonly (readonly SqlToken[])[] {
  const items: SqlToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    depth += depthOf(token);
    if (depth === 0 && token.text === ',') items.push([]);
    else items.at(-1)?.push(token);
  }
  return items;
}
