import { depthOf, listItems } from '../../../dialect/sql-lists.ts';
import { type SqlToken, tokenizeSql } from '../../../dialect/sql-tokens.ts';

/**
 * The names of a query's columns, in order: those that the server gives with AS, else the last name
 * of the expression, else its text. Empty when the list cannot be told, as for `select *`.
 */
export function columnsOfQuery(query: string): readonly string[] {
  const tokens = tokenizeSql(query, 'mysql').filter(
    ({ kind }) => kind !== 'space' && kind !== 'comment',
  );
  const names = listItems(selected(tokens)).map(nameOf);
  return names.every((name) => name !== null) ? names : [];
}

/** What stands between SELECT and the FROM that belongs to it. */
function selected(tokens: readonly SqlToken[]): readonly SqlToken[] {
  const list = tokens.slice(tokens.findIndex((each) => isWord(each, 'SELECT')) + 1);
  let depth = 0;
  const end = list.findIndex((token) => {
    depth += depthOf(token);
    return depth === 0 && isWord(token, 'FROM');
  });
  return end < 0 ? list : list.slice(0, end);
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
