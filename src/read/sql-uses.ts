import type { SqlToken } from '../dialect/sql-tokens.ts';
import { tokenizeSql } from '../dialect/sql-tokens.ts';
import type { Engine } from '../model/engine.ts';
import { type CodeUse, isNamed, type Vocabulary } from './code-uses.ts';
import { postgresqlUses } from './postgresql/uses.ts';
import { SqlNames } from './sql-names-in-text.ts';

/** SQL in code, or a file of it. */
export interface SqlPiece {
  readonly text: string;
  /** Tables of the relation that it is a part of; null for SQL that stands alone. */
  readonly tables: readonly string[] | null;
  /** True where `SELECT *` counts as a use of every column, though it names none. */
  readonly selectsAll?: true;
}

/**
 * The tables and columns of the vocabulary that SQL names; places count from the text's beginning.
 * For PostgreSQL its parser reads statements and pieces of them, once it is loaded; what it refuses,
 * and SQL of the other engines, is read by its words.
 */
export function sqlUses(
  piece: SqlPiece,
  vocabulary: Vocabulary,
  engine: Engine,
): readonly CodeUse[] {
  const parsed = engine === 'postgresql' ? postgresqlUses(piece, vocabulary) : null;
  return parsed ?? wordUses(piece, vocabulary, engine);
}

interface PlacedToken extends SqlToken {
  readonly at: number;
}

/** Words behind which tables stand. */
const BEFORE_TABLES: ReadonlySet<string> = new Set([
  'from',
  'join',
  'update',
  'into',
  'table',
  'using',
]);

/** Words that can follow a table's name and are no alias of it. */
const NO_ALIAS =
  /^(?:on|where|set|join|inner|left|right|full|cross|natural|using|group|order|having|limit|union|values|select|as|for|force|use|ignore|and|or|lateral)$/i;

function wordUses(piece: SqlPiece, vocabulary: Vocabulary, engine: Engine): readonly CodeUse[] {
  const tokens = placed(piece.text, engine);
  const names = new SqlNames(piece.tables, vocabulary, 'textual');
  for (const [position, token] of tokens.entries()) {
    if (BEFORE_TABLES.has(token.name.toLowerCase())) noteTables(tokens, position + 1, names);
  }
  for (const [position, token] of tokens.entries()) {
    if (token.name === '' || !isNamed(token.name, vocabulary)) continue;
    const isQualified = tokens[position - 1]?.text === '.';
    const qualifier = isQualified ? (tokens[position - 2]?.name ?? null) : null;
    const isCall = tokens[position + 1]?.text === '(';
    if (!isCall) names.column(qualifier, token.name, token.at);
    names.other(token.name, token.at);
  }
  return names.uses;
}

function placed(text: string, engine: Engine): readonly PlacedToken[] {
  let at = 0;
  const tokens: PlacedToken[] = [];
  for (const token of tokenizeSql(text, engine)) {
    if (token.kind !== 'space' && token.kind !== 'comment') tokens.push({ ...token, at });
    at += token.text.length;
  }
  return tokens;
}

/** Notes the tables of a list, each with its alias: `orders o, users AS u`. */
function noteTables(tokens: readonly PlacedToken[], from: number, names: SqlNames): void {
  for (let at = from; ; at += 1) {
    const end = noteTable(tokens, at, names);
    if (end === null || tokens[end]?.text !== ',') return;
    at = end;
  }
}

/** Notes one table, and tells where it ends; null where there is none. */
function noteTable(tokens: readonly PlacedToken[], from: number, names: SqlNames): number | null {
  const first = tokens[from];
  if (!first || first.name === '') return null;
  const second = tokens[from + 1]?.text === '.' ? tokens[from + 2] : undefined;
  const name = second && first.name !== 'public' ? `${first.name}.${second.name}` : null;
  const last = second ?? first;
  const behind = from + (second ? 3 : 1);
  const next = tokens[behind]?.name.toLowerCase() === 'as' ? behind + 1 : behind;
  const alias = tokens[next]?.name ?? '';
  const hasAlias = alias !== '' && !NO_ALIAS.test(alias);
  names.table(name ?? last.name, hasAlias ? alias : null, last.at);
  return hasAlias ? next + 1 : next;
}
