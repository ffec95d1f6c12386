import { type SqlToken, tokenizeSql } from '../../../dialect/sql-tokens.ts';

/** True for one call and nothing behind it: `uuid()`, `concat(a,'(')`. */
export function isCall(sql: string): boolean {
  const tokens = significant(sql);
  return tokens[0]?.kind === 'word' && closesAtEnd(tokens.slice(1));
}

/** Without the parentheses around all of it: `(a + b)` is `a + b`, `(a) + (b)` stays. */
export function unwrapped(sql: string): string {
  const text = sql.trim();
  return closesAtEnd(significant(text)) ? unwrapped(text.slice(1, -1)) : text;
}

function significant(sql: string): readonly SqlToken[] {
  return tokenizeSql(sql, 'mysql').filter(({ kind }) => kind !== 'space' && kind !== 'comment');
}

/** Whether the first token is a parenthesis that the last one closes. */
function closesAtEnd(tokens: readonly SqlToken[]): boolean {
  if (tokens[0]?.text !== '(') return false;
  let depth = 0;
  const close = tokens.findIndex(({ kind, text }) => {
    if (kind === 'symbol' && text === '(') depth += 1;
    if (kind === 'symbol' && text === ')') depth -= 1;
    return depth === 0;
  });
  return close === tokens.length - 1;
}
