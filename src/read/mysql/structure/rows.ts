import { endOfComment, endOfLine, endOfQuoted, isLineComment } from '../tokens/scan.ts';
import { stringContent } from '../tokens/string-content.ts';

/** What an INSERT holds, without its values having been kept. */
export interface InsertedRows {
  /** True for one into Rails' `schema_migrations`. */
  readonly isVersions: boolean;
  readonly count: number;
  /** For `schema_migrations`: the versions in their order. */
  readonly versions: readonly string[];
}

const INSERT =
  /(?:INSERT|REPLACE)\s+(?:(?:LOW_PRIORITY|DELAYED|HIGH_PRIORITY|IGNORE)\s+)*(?:INTO\s+)?(`(?:[^`]|``)+`|[\w$.]+)/iy;

/** Reads an INSERT or REPLACE with literal rows; null for any other statement. */
export function insertedRows(text: string, start: number, end: number): InsertedRows | null {
  INSERT.lastIndex = start;
  const match = INSERT.exec(text);
  if (!match) return null;
  const isVersions = /^`?(?:\w+`?\.`?)?schema_migrations`?$/.test(match[1] ?? '');
  const values = /\bVALUES?\s*(?=\()/giy;
  const at = positionOfValues(text, start + match[0].length, end, values);
  const from = at ?? end;
  return {
    isVersions,
    count: rowsIn(text, from, end),
    versions: isVersions ? versionsIn(text.slice(from, end)) : [],
  };
}

function positionOfValues(text: string, start: number, end: number, values: RegExp): number | null {
  for (let at = start; at < end; at = next(text, at)) {
    values.lastIndex = at;
    const match = values.exec(text);
    if (match) return at + match[0].length;
  }
  return null;
}

function next(text: string, at: number): number {
  const character = text.charAt(at);
  if (character === "'" || character === '"' || character === '`') return endOfQuoted(text, at);
  if (isLineComment(text, at)) return endOfLine(text, at);
  return text.startsWith('/*', at) ? endOfComment(text, at) : at + 1;
}

/** The groups in parentheses, outside of any other. */
function rowsIn(text: string, start: number, end: number): number {
  let rows = 0;
  let depth = 0;
  for (let at = start; at < end; at = next(text, at)) {
    const character = text.charAt(at);
    if (character === ')') depth -= 1;
    if (character !== '(') continue;
    if (depth === 0) rows += 1;
    depth += 1;
  }
  return rows;
}

/** `('20260101120000'), ('20260102120000')`: what begins each group. */
function versionsIn(text: string): readonly string[] {
  return [...text.matchAll(/\(\s*('(?:[^'\\]|''|\\.)*'|\d+)/g)].map(([, value = '']) =>
    value.startsWith("'") ? stringContent(value) : value,
  );
}
