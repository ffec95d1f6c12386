import {
  ArrayNode,
  EmbeddedStatementsNode,
  HashNode,
  InterpolatedStringNode,
  KeywordHashNode,
  type Node,
  StringNode,
  SymbolNode,
} from '@ruby/prism/src/nodes.js';
import type { Certainty } from '../../../model/dependency.ts';
import type { ReferenceKind } from '../../../model/project-facts.ts';
import { isNamed } from '../../code-uses.ts';
import { pairsOf, wordOf } from './literals.ts';
import type { Owner, Reading, Scope } from './scope.ts';

/** What words mean that stand as arguments of a call. */
export interface Meaning {
  /** Tables whose columns they name; null where that cannot be told. */
  readonly tables: readonly string[] | null;
  readonly kind: ReferenceKind;
  readonly certainty: Certainty;
  /** What the values of a hash can be: columns too (`uniqueness: { scope: :email }`), or mere values. */
  readonly values: 'columns' | 'data';
  /** Strings are SQL, whatever they look like. */
  readonly sql: boolean;
}

/** Visits an expression that is no literal. */
export type Visit = (node: Node, scope: Scope) => void;

export const UNKNOWN_WORDS: Meaning = {
  tables: null,
  kind: 'other',
  certainty: 'textual',
  values: 'data',
  sql: false,
};

/** Options whose values are columns, in calls whose other values are data. */
const COLUMN_OPTIONS: ReadonlySet<string> = new Set([
  ...['only', 'except', 'methods', 'columns', 'unique_by', 'returning', 'scope', 'attributes'],
  ...['fields', 'select', 'on', 'group', 'order', 'update_only', 'foreign_key', 'counter_cache'],
]);

/** Notes the columns, tables and SQL that an argument's literals hold, and visits all else in it. */
export function readWords(
  node: Node,
  meaning: Meaning,
  scope: Scope,
  reading: Reading,
  visit: Visit,
): void {
  if (node instanceof SymbolNode || node instanceof StringNode) {
    noteWord(node, meaning, reading);
  } else if (node instanceof InterpolatedStringNode) {
    noteSql(node, meaning, reading);
    visitHoles(node, scope, visit);
  } else if (node instanceof ArrayNode) {
    for (const element of node.elements) readWords(element, meaning, scope, reading, visit);
  } else if (node instanceof HashNode || node instanceof KeywordHashNode) {
    readHash(node, meaning, scope, reading, visit);
  } else {
    visit(node, scope);
  }
}

/** What is interpolated; strings in a row, joined by a backslash, are parts of one. */
function visitHoles(node: InterpolatedStringNode, scope: Scope, visit: Visit): void {
  for (const part of node.parts) {
    if (part instanceof EmbeddedStatementsNode) visit(part, scope);
    else if (part instanceof InterpolatedStringNode) visitHoles(part, scope, visit);
  }
}

function readHash(
  node: HashNode | KeywordHashNode,
  meaning: Meaning,
  scope: Scope,
  reading: Reading,
  visit: Visit,
): void {
  for (const { key, value } of pairsOf(node)) {
    const word = wordOf(key);
    if (word === null) readWords(key, meaning, scope, reading, visit);
    else noteWord(key, meaning, reading);
    readWords(value, meaningOfValue(word, value, meaning, reading), scope, reading, visit);
  }
}

/** `where(users: { email: … })` names columns of another table; `kind: :email` names none. */
function meaningOfValue(
  key: string | null,
  value: Node,
  meaning: Meaning,
  reading: Reading,
): Meaning {
  const isNested = value instanceof HashNode || value instanceof ArrayNode;
  const other = key !== null && isNested ? tablesOfKey(key, meaning, reading) : null;
  if (other) return { ...meaning, tables: other, sql: false };
  if (meaning.values === 'columns') return meaning;
  if (key !== null && COLUMN_OPTIONS.has(key)) return meaning;
  const isData = !(value instanceof HashNode);
  return { ...meaning, tables: isData ? [] : null, certainty: 'textual', sql: false };
}

function tablesOfKey(
  key: string,
  { tables }: Meaning,
  { models, vocabulary }: Reading,
): readonly string[] | null {
  if (vocabulary.columns.has(key)) return null;
  if (vocabulary.tables.has(key)) return [key];
  return models.associated(tables ?? [], key) ?? models.tablesCalled(key);
}

function noteWord(node: Node, meaning: Meaning, reading: Reading): void {
  const word = wordOf(node);
  if (word === null) return;
  const { columns, tables } = reading.vocabulary;
  const at = reading.source.indexOf(node.location.startOffset);
  const { kind, certainty } = meaning;
  if (columns.has(word)) {
    reading.uses.push({ names: 'column', name: word, tables: meaning.tables, kind, certainty, at });
  } else if (tables.has(word) && meaning.values === 'data') {
    reading.uses.push({ names: 'table', name: word, tables: null, kind, certainty: 'textual', at });
  } else if (node instanceof StringNode) {
    noteSql(node, meaning, reading);
  }
}

/** A query, a piece of one, or `users.email`. */
const SQL =
  /\bselect\b[\s\S]*\bfrom\b|\bupdate\s+\S+\s+set\b|\binsert\s+into\b|\bdelete\s+from\b|\b(?:join|where|order by|group by|refresh materialized view|is (?:not )?null)\b|^\s*["`]?\w+["`]?\.["`]?\w+["`]?\s*(?:$|[=<>,]|\b(?:asc|desc|in|like|ilike)\b)/i;

function noteSql(
  node: StringNode | InterpolatedStringNode,
  meaning: Meaning,
  reading: Reading,
): void {
  const { text, at } = contentOf(node, reading);
  if (!namesSomething(text, reading)) return;
  if (meaning.sql || SQL.test(text)) reading.sql.push({ text, at, tables: meaning.tables });
}

function namesSomething(text: string, { vocabulary }: Reading): boolean {
  const found = text.match(/[\p{L}_][\p{L}\p{N}_$]*/gu) ?? [];
  return found.some((word) => isNamed(word, vocabulary));
}

/** A string as it is written between its quotes; what is interpolated is a name of the same length. */
function contentOf(
  node: StringNode | InterpolatedStringNode,
  { source }: Reading,
): { readonly text: string; readonly at: number } {
  const parts =
    node instanceof StringNode ? [node.contentLoc] : node.parts.map(({ location }) => location);
  const start = source.indexOf(Math.min(...parts.map(({ startOffset }) => startOffset)));
  const end = source.indexOf(
    Math.max(...parts.map(({ startOffset, length }) => startOffset + length)),
  );
  if (parts.length === 0) return { text: '', at: 0 };
  const raw = source.text.slice(start, end);
  return { text: raw.replace(/#\{[^}]*\}/g, (hole) => 'x'.repeat(hole.length)), at: start };
}

/** What words mean in a call on this owner. */
export function wordsOn(owner: Owner | null, kind: ReferenceKind, sql: boolean): Meaning {
  if (owner === null) return { ...UNKNOWN_WORDS, kind, sql };
  return { tables: owner.tables, kind, certainty: 'parsed', values: 'data', sql };
}
