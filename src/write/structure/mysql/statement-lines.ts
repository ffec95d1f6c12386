import { depthOf, listItems } from '../../../dialect/sql-lists.ts';
import { type SqlToken, tokenizeSql } from '../../../dialect/sql-tokens.ts';
import type { TableLine } from './create-table.ts';

/** CREATE TABLE as it stands in the file, cut at its commas. */
export interface GivenTable {
  /** Up to the opening parenthesis, which is its last character. */
  readonly head: string;
  readonly lines: readonly TableLine[];
  /** Two blanks, unless somebody has formatted the file. */
  readonly indent: string;
  /** From the closing parenthesis to the end, without the semicolon. */
  readonly tail: string;
  /** What stands before the tail: a break of the line, and blanks where somebody has formatted the file. */
  readonly beforeTail: string;
}

/** Takes the statement apart; null when it has no list in parentheses. */
export function cutTable(statement: string): GivenTable | null {
  const tokens = tokenizeSql(statement, 'mysql');
  const open = tokens.findIndex(({ text }) => text === '(');
  const close = open < 0 ? -1 : closingOf(tokens, open);
  if (close < 0) return null;
  const head = textOf(tokens.slice(0, open + 1));
  const lines = listItems(tokens.slice(open + 1, close)).map(lineOf);
  const indent = /^\n([ \t]+)/.exec(tokens[open + 1]?.text ?? '')?.[1] ?? '  ';
  const before = tokens[close - 1];
  const beforeTail = before?.kind === 'space' ? before.text : '\n';
  return { head, lines, indent, beforeTail, tail: textOf(tokens.slice(close)) };
}

/** The parenthesis that closes the one at that place; -1 when none does. */
function closingOf(tokens: readonly SqlToken[], open: number): number {
  let depth = 0;
  return tokens.findIndex((token, at) => {
    if (at >= open) depth += depthOf(token);
    return at >= open && depth === 0;
  });
}

function textOf(tokens: readonly SqlToken[]): string {
  return tokens.map(({ text }) => text).join('');
}

function lineOf(tokens: readonly SqlToken[]): TableLine {
  const text = textOf(tokens).trim();
  const words = tokens
    .filter(({ kind }) => kind === 'word')
    .map((token) => token.text.toUpperCase());
  const name = tokens.find(({ kind }) => kind === 'quoted')?.name ?? '';
  if (tokens.find(({ kind }) => kind !== 'space')?.kind === 'quoted') {
    return { kind: 'column', name, text };
  }
  const [first = '', second = ''] = words;
  if (first === 'PRIMARY') return { kind: 'primaryKey', name: '', text };
  if (first === 'CONSTRAINT') {
    const kind =
      second === 'FOREIGN' ? 'foreignKey' : second === 'CHECK' ? 'checkConstraint' : 'other';
    return { kind, name: kind === 'other' ? '' : name, text };
  }
  const isKey = /^(?:UNIQUE|FULLTEXT|SPATIAL|KEY|INDEX)$/.test(first);
  return { kind: isKey ? 'index' : 'other', name: isKey ? name : '', text };
}
