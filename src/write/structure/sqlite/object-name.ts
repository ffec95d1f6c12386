import { splitSqlite } from '../../../dialect/sqlite/statements.ts';

const OBJECT = /^create (?:unique |virtual )?(table|index|view|trigger)(?: if not exists)? /;

/**
 * What a CREATE statement makes: `table users`, in lower case, as SQLite compares names. Null for
 * other statements.
 */
export function objectNameOf(sql: string): string | null {
  const tokens = splitSqlite(sql)[0]?.tokens ?? [];
  const words = tokens.slice(0, 7).map(({ kind, text }) => (kind === 'word' ? text : '"'));
  const head = OBJECT.exec(`${words.join(' ').toLowerCase()} `);
  if (!head) return null;
  const at = head[0].trim().split(' ').length;
  const named = tokens[at + 1]?.text === '.' ? tokens[at + 2] : tokens[at];
  if (!named) return null;
  const name = named.name === '' ? named.text.slice(1, -1).replaceAll("''", "'") : named.name;
  return `${head[1]} ${name.toLowerCase()}`;
}
