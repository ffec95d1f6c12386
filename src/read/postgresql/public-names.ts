import { type SqlToken, tokenizeSql } from '../../dialect/sql-tokens.ts';

/**
 * SQL with its names as the server prints them while `public` is on the search path: without
 * `public.`, also in `'public.users_id_seq'::regclass`. Strings and bodies of functions keep theirs.
 */
export function withoutPublic(sql: string): string {
  if (!MENTION.test(sql)) return sql;
  return tokensWithoutPublic(tokenizeSql(sql, 'postgresql'))
    .map(({ text }) => text)
    .join('');
}

const MENTION = /\bpublic"?\s*\./i;

/** The tokens without `public` and its dot in front of a name. */
export function tokensWithoutPublic<T extends SqlToken>(tokens: readonly T[]): readonly T[] {
  if (!tokens.some(isMention)) return tokens;
  const kept: T[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    const isPrefix = isPublic(token) && tokens[at + 1]?.text === '.' && kept.at(-1)?.text !== '.';
    if (isPrefix) at += 1;
    else kept.push(isRegclass(token, tokens[at + 1], tokens[at + 2]) ? unqualified(token) : token);
  }
  return kept;
}

function isMention(token: SqlToken): boolean {
  return token.kind === 'string' ? token.text.startsWith("'public.") : isPublic(token);
}

function isPublic({ kind, name }: SqlToken): boolean {
  return kind === 'word' ? name.toLowerCase() === 'public' : kind === 'quoted' && name === 'public';
}

/** Strings that the server keeps as the object that they name. */
function isRegclass(token: SqlToken, next?: SqlToken, type?: SqlToken): boolean {
  return token.kind === 'string' && next?.text === '::' && /^reg[a-z]+$/i.test(type?.text ?? '');
}

function unqualified<T extends SqlToken>(token: T): T {
  return { ...token, text: token.text.replace(/^'(?:public|"public")\./, "'") };
}
