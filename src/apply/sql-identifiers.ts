import { isPlainIdentifier } from '../dialect/reserved-words.ts';
import { type SqlToken, tokenizeSql } from '../dialect/sql-tokens.ts';
import type { Engine } from '../model/engine.ts';

/** Words before a name that make it something else than a column. */
const OBJECT_WORDS = new Set(['trigger', 'policy', 'on', 'function', 'procedure', 'from', 'join']);
/** Words before a name that make it a table. */
const TABLE_WORDS = new Set([
  'from',
  'join',
  'into',
  'update',
  'only',
  'table',
  'references',
  'truncate',
]);

/** A name in SQL text with the tokens around it that tell what it names. */
export interface Mention {
  readonly token: SqlToken;
  readonly previous: SqlToken | null;
  readonly next: SqlToken | null;
  /** The name before the dot before it; null when it has none. */
  readonly qualifier: SqlToken | null;
  /** What stands before the name and its qualifier. */
  readonly lead: SqlToken | null;
}

/** True when the expression names that column, as a bare name or qualified with `table`. */
export function mentionsColumn(
  sql: string,
  column: string,
  table: string,
  engine: Engine,
): boolean {
  return mentionsIn(tokenizeSql(sql, engine)).some((mention) =>
    isColumn(mention, column, table, engine),
  );
}

/**
 * Puts `to` where the SQL names the column `from`. Strings, comments, function names, casts and
 * names qualified with another table stay.
 */
export function renameColumnInSql(
  sql: string,
  names: { readonly from: string; readonly to: string; readonly table: string },
  engine: Engine,
): string {
  return replaceMentions(sql, names.to, engine, (mention) =>
    isColumn(mention, names.from, names.table, engine),
  );
}

/** True when a query reads that table, so far as its text tells: the name follows FROM or JOIN. */
export function mentionsTable(sql: string, table: string, engine: Engine): boolean {
  return mentionsIn(tokenizeSql(sql, engine)).some((mention) => isTable(mention, table, engine));
}

/** True when the SQL casts to the type. */
export function mentionsType(sql: string, type: string, engine: Engine): boolean {
  return mentionsIn(tokenizeSql(sql, engine)).some((mention) => isType(mention, type, engine));
}

/** Puts `to` where the SQL casts to the type `from` (`'new'::order_status`). */
export function renameTypeInSql(sql: string, from: string, to: string, engine: Engine): string {
  return replaceMentions(sql, bareName(to), engine, (mention) => isType(mention, from, engine));
}

/** `'new'::order_status`, `'{}'::billing.state[]`. */
function isType({ token, lead }: Mention, type: string, engine: Engine): boolean {
  return lead?.text === '::' && spells(token, bareName(type), engine);
}

/** The last part of `schema.name`. */
export function bareName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Puts `to` in the place of every mention that matches; a schema in front of it stays. */
function replaceMentions(
  sql: string,
  to: string,
  engine: Engine,
  matches: (mention: Mention) => boolean,
): string {
  const tokens = tokenizeSql(sql, engine);
  const hits = new Set(
    mentionsIn(tokens)
      .filter(matches)
      .map(({ token }) => token),
  );
  return tokens.map((token) => (hits.has(token) ? spell(to, token, engine) : token.text)).join('');
}

export function mentionsIn(tokens: readonly SqlToken[]): readonly Mention[] {
  const solid = tokens.filter(({ kind }) => kind !== 'space' && kind !== 'comment');
  return solid.flatMap((token, index) => {
    if (token.kind !== 'word' && token.kind !== 'quoted') return [];
    const previous = solid[index - 1] ?? null;
    const qualifier = previous?.text === '.' ? (solid[index - 2] ?? null) : null;
    const lead = qualifier ? (solid[index - 3] ?? null) : previous;
    return [{ token, previous, next: solid[index + 1] ?? null, qualifier, lead }];
  });
}

function isColumn(
  { token, previous, next, qualifier }: Mention,
  column: string,
  table: string,
  engine: Engine,
): boolean {
  if (!spells(token, column, engine)) return false;
  if (next?.text === '(' || next?.text === '.') return false;
  // `date '2020-01-01'`: a word right before a string is the literal's type.
  if (token.kind === 'word' && next?.kind === 'string') return false;
  if (previous?.text === '::' || OBJECT_WORDS.has(previous?.text.toLowerCase() ?? '')) return false;
  return (
    qualifier === null || ['new', 'old', bareName(table)].some((n) => spells(qualifier, n, engine))
  );
}

/** Whether the mention names the table, or view, in a place where a relation stands. */
export function isTable(mention: Mention, table: string, engine: Engine): boolean {
  const { token, next, lead } = mention;
  if (!spells(token, bareName(table), engine) || !inSchemaOf(mention, table, engine)) return false;
  if (next?.text === '.') return true;
  const word = lead?.text.toLowerCase() ?? '';
  // ON names the table of a trigger or policy, a word follows; in a join, a condition does.
  if (word === 'on') return next === null || next.kind === 'word';
  return TABLE_WORDS.has(word);
}

/**
 * Whether a qualified mention can be of that table. PostgreSQL prints the schema wherever it is not
 * on the search path; the others qualify with the database.
 */
function inSchemaOf({ qualifier }: Mention, table: string, engine: Engine): boolean {
  if (engine !== 'postgresql' || qualifier === null) return true;
  const dot = table.lastIndexOf('.');
  return spells(qualifier, dot < 0 ? 'public' : table.slice(0, dot), engine);
}

/** PostgreSQL folds bare names to lower case; MySQL and SQLite compare column names in any case. */
const FOLDS: { readonly [E in Engine]: (token: SqlToken, name: string) => boolean } = {
  postgresql: (token, name) =>
    (token.kind === 'word' ? token.name.toLowerCase() : token.name) === name,
  mysql: (token, name) => token.name.toLowerCase() === name.toLowerCase(),
  sqlite: (token, name) => token.name.toLowerCase() === name.toLowerCase(),
};

/** Whether the token is that name, as the engine compares names. */
export function spells(token: SqlToken, name: string, engine: Engine): boolean {
  return token.name !== '' && FOLDS[engine](token, name);
}

const QUOTES: { readonly [E in Engine]: string } = { postgresql: '"', mysql: '`', sqlite: '"' };

/** Engines that print expressions from their catalog, with quotes only where a name needs them. */
const DEPARSES: { readonly [E in Engine]: boolean } = {
  postgresql: true,
  mysql: false,
  sqlite: false,
};

/** The new name quoted as the old one was, or where it has to be. */
export function spell(name: string, like: SqlToken, engine: Engine): string {
  const keepsQuotes = like.kind === 'quoted' && !DEPARSES[engine];
  if (isPlainIdentifier(name, engine) && !keepsQuotes) return name;
  const quote = like.kind === 'quoted' ? like.text.charAt(0) : QUOTES[engine];
  const close = quote === '[' ? ']' : quote;
  return `${quote}${name.replaceAll(close, close + close)}${close}`;
}
