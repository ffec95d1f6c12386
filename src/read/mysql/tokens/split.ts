import { conditionalHead, endOfComment, endOfLine, endOfQuoted, isLineComment } from './scan.ts';

/** A statement's place in a text, or that of a command of the mysql client. */
export interface StatementSpan {
  readonly kind: 'statement' | 'client';
  readonly start: number;
  /** Behind the delimiter. */
  readonly end: number;
  /** Behind the statement itself, before the delimiter. */
  readonly bodyEnd: number;
}

/** Everything up to what can end a statement, or hide its end. */
const PLAIN = /[^'"`#\-/;*\\$|]+/y;
/** Commands that the client reads at the start of a line, whatever the delimiter is. */
const DELIMITER = /delimiter[ \t]+(\S+)[^\n]*/iy;
/** `\.`, `\-` and the like, and the words that only the client knows. */
const CLIENT =
  /(?:\\[\w.\-#!]|(?:source|tee|notee|pager|nopager|prompt|charset|warnings|nowarning|sandbox)\b)[^\n]*/iy;
/** The line that has MariaDB's client refuse commands; servers and other clients take it for a comment. */
const SANDBOX = /\/\*M?!999999\\-[^\n]*?\*\//y;

/**
 * Cuts a text at its delimiters, as the mysql client does: those inside of strings, quoted names and
 * comments do not count, and DELIMITER changes them.
 */
export function splitStatements(text: string): readonly StatementSpan[] {
  const spans: StatementSpan[] = [];
  let delimiter = ';';
  let at = 0;
  for (;;) {
    at = startOfStatement(text, at, delimiter);
    if (at >= text.length) return spans;
    const command = isLineStart(text, at) ? clientCommand(text, at) : null;
    if (command === null) {
      const span = statementAt(text, at, delimiter);
      spans.push(span);
      at = span.end;
      continue;
    }
    delimiter = command.delimiter ?? delimiter;
    spans.push({ kind: 'client', start: at, end: command.end, bodyEnd: command.end });
    at = command.end;
  }
}

function clientCommand(
  text: string,
  at: number,
): { readonly end: number; readonly delimiter: string | null } | null {
  for (const pattern of [DELIMITER, CLIENT, SANDBOX]) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { end: at + match[0].trimEnd().length, delimiter: match[1] ?? null };
  }
  return null;
}

function isLineStart(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charAt(before) === ' ' || text.charAt(before) === '\t') before -= 1;
  return before < 0 || text.charAt(before) === '\n';
}

/** The first position from `from` that belongs to a statement: blanks, comments and bare delimiters go before. */
function startOfStatement(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length) {
    const next = passed(text, at, delimiter);
    if (next === null) return at;
    at = next;
  }
  return at;
}

function passed(text: string, at: number, delimiter: string): number | null {
  if (/\s|\ufeff/.test(text.charAt(at))) return at + 1;
  if (isLineComment(text, at)) return endOfLine(text, at);
  if (text.startsWith('/*', at) && conditionalHead(text, at) === null)
    return endOfComment(text, at);
  return text.startsWith(delimiter, at) ? at + delimiter.length : null;
}

function statementAt(text: string, start: number, delimiter: string): StatementSpan {
  let at = start;
  while (at < text.length) {
    if (text.startsWith(delimiter, at)) {
      return { kind: 'statement', start, end: at + delimiter.length, bodyEnd: at };
    }
    at = behind(text, at, delimiter);
  }
  const bodyEnd = start + text.slice(start).trimEnd().length;
  return { kind: 'statement', start, end: bodyEnd, bodyEnd };
}

/** The next position at which a delimiter can stand. */
function behind(text: string, at: number, delimiter: string): number {
  const character = text.charAt(at);
  if (character === "'" || character === '"' || character === '`') return endOfQuoted(text, at);
  if (isLineComment(text, at)) return endOfLine(text, at);
  if (text.startsWith('/*', at)) {
    const head = conditionalHead(text, at);
    return head === null ? endOfComment(text, at) : at + head.length;
  }
  PLAIN.lastIndex = at;
  const plain = PLAIN.exec(text)?.[0] ?? character;
  const next = plain.indexOf(delimiter.charAt(0), 1);
  return at + (next < 0 ? plain.length : next);
}
