import { type SqlToken, tokenizeSql } from '../../../dialect/sql-tokens.ts';

/**
 * The names of a query's columns, in order: those that the server gives with AS, else the last name
 * of the expression, else its text. Empty when the list cannot be told, as for `select *`.
 */
export function columnsOfQuery(query: string): readonly string[] {
  const tokens = tokenizeSql(query, 'mysql').filter(
    ({ kind }) => kind !== 'space' && kind !== 'comment',
  );
  const names = itemsOf(tokens).map(nameOf);
  return names.every((name) => name !== null) ? names : [];
}

/** What stands between SELECT and FROM, cut at its commas. */
function itemsOf(tokens: readonly SqlToken[]): readonly (readonly SqlToken[])[] {
  const items: SqlToken[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(tokens.findIndex((each) => isWord(each, 'SELECT')) + 1)) {
    if (depth === 0 && isWord(token, 'FROM')) break;
    depth += depthOf(token);
    if (depth === 0 && token.text === ',') items.push([]);
    else items.at(-1)?.push(token);
  }
  return items;
}

function depthOf({ kind, text }: SqlToken): number {
  if (kind !== 'symbol') return 0;
  return text === '(' ? 1 : text === ')' ? -1 : 0;
}

function nameOf(item: readonly SqlToken[]): string | null {
  const last = item.at(-1);
  if (!last || last.text === '*') return null;
  if (last.kind === 'word' || last.kind === 'quoted') return last.name;
  return item.map(({ text }) => text).join('');
}

function isWord({ kind, text }: SqlToken, word: string): boolean {
  return kind === 'word' && text.toUpperCase() === word;
}
