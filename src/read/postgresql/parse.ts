import type { Node } from '@pgsql/types';
import { splitPostgresql } from './split.ts';
import { SqlText } from './sql-text.ts';

/** One statement of SQL, read by PostgreSQL's own parser. */
export interface ParsedStatement {
  /** Its node: an object with one key, the kind. Null where PostgreSQL refuses the statement. */
  readonly node: Node | null;
  /** What PostgreSQL says against it; null when it reads it. */
  readonly error: string | null;
  /** The text that places in the node refer to. */
  readonly source: SqlText;
  /** The statement as it was written, without comments in front and without the closing semicolon. */
  readonly text: string;
  /** Where it stands in the text that was given, in UTF-16 code units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Thrown where SQL is to be parsed before {@link loadPostgresqlParser} is through. */
class ParserNotLoaded extends Error {
  constructor() {
    super('The parser of PostgreSQL is not loaded.');
  }
}

type Library = typeof import('libpg-query');

let library: Library | null = null;

/** Loads the parser (1.7 MB of WebAssembly), once a process; {@link parsePostgresql} needs it. */
export async function loadPostgresqlParser(): Promise<void> {
  if (library) return;
  const loaded = await import('libpg-query');
  await loaded.loadModule();
  library = loaded;
}

/**
 * Runs a reader that may meet SQL for PostgreSQL. Where it does and the parser is not loaded yet, the
 * parser is loaded and the reader runs from its start, so that others need not wait for it.
 */
export async function withPostgresqlParser<T>(read: () => T): Promise<T> {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ParserNotLoaded)) throw error;
    await loadPostgresqlParser();
    return read();
  }
}

/**
 * The statements of a text, in order, by the parser of PostgreSQL 18. Where PostgreSQL refuses one,
 * the others are still read.
 *
 * @throws {ParserNotLoaded} before {@link loadPostgresqlParser} is through.
 */
export function parsePostgresql(text: string): readonly ParsedStatement[] {
  if (!library) throw new ParserNotLoaded();
  const { parseSync } = library;
  const whole = attempt(parseSync, text);
  if (typeof whole !== 'string') return whole;
  return splitPostgresql(text).flatMap(({ kind, start, end }): readonly ParsedStatement[] =>
    parseStatement(text.slice(start, end), kind === 'statement' ? null : NO_SQL[kind]).map(
      (one) => ({ ...one, start: one.start + start, end: one.end + start }),
    ),
  );
}

const NO_SQL = { client: 'it is a command of psql', data: 'it is data of COPY' } as const;

/**
 * One statement of a text that was split already, with places that begin with it.
 *
 * @throws {ParserNotLoaded} before {@link loadPostgresqlParser} is through.
 */
export function parseOne(text: string): ParsedStatement {
  const [first, ...others] = parseStatement(text, null);
  const end = text.replace(/[\s;]+$/, '').length;
  const whole = { source: new SqlText(text), text: text.slice(0, end), start: 0, end };
  if (first && others.length === 0) return first;
  const error = first ? 'it holds several statements' : 'it holds no statement';
  return { node: null, error, ...whole };
}

/** @param refusal - why it cannot be SQL; null when it may be. */
function parseStatement(text: string, refusal: string | null): readonly ParsedStatement[] {
  if (!library) throw new ParserNotLoaded();
  const parsed = refusal ?? attempt(library.parseSync, text);
  if (typeof parsed !== 'string') return parsed;
  const own = text.replace(/[\s;]+$/, '');
  const place = { text: own, start: 0, end: own.length };
  return [{ node: null, error: parsed, source: new SqlText(text), ...place }];
}

/**
 * The tree of a DO block or of CREATE FUNCTION whose body is PL/pgSQL, as JSON; null when the
 * parser refuses the body.
 *
 * @throws {ParserNotLoaded} before {@link loadPostgresqlParser} is through.
 */
export function parsePlpgsql(statement: string): unknown {
  if (!library) throw new ParserNotLoaded();
  try {
    return library.parsePlPgSQLSync(statement);
  } catch (error) {
    // The library throws plain errors for what PL/pgSQL refuses.
    if (error instanceof Error) return null;
    throw error;
  }
}

/** The reason where the levels of an expression are more than the stack holds. */
export const TOO_DEEP = 'it is nested too deeply';

/** Each operator of `a + b + c` is a level; some 5,000 of them are more than V8's stack holds. */
const MOST_OPERATORS = 3000;

/**
 * True for a chain of operators that the parser would break off at. It is not to get there: after
 * a few dozen times the WebAssembly instance is of no more use.
 */
function chainsOperators(text: string): boolean {
  if (text.length < MOST_OPERATORS) return false;
  const code = text.replaceAll(/'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\//g, "''");
  return code
    .split(/[,();]/)
    .some(
      (part) =>
        part.length > MOST_OPERATORS && (part.match(OPERATOR)?.length ?? 0) > MOST_OPERATORS,
    );
}

const OPERATOR = /[-+*/<>=~!@#%^&|]+/g;

/** The statements, or what PostgreSQL says against the text. */
function attempt(
  parseSync: Library['parseSync'],
  text: string,
): readonly ParsedStatement[] | string {
  // The parser takes a zero byte for the end of the text.
  if (text.includes('\0')) return 'invalid byte sequence for encoding "UTF8": 0x00';
  if (text.trim() === '') return [];
  if (chainsOperators(text)) return TOO_DEEP;
  try {
    const source = new SqlText(text);
    return (parseSync(text).stmts ?? []).flatMap(({ stmt, stmt_location = 0, stmt_len = 0 }) => {
      if (!stmt) return [];
      const from = source.characterAt(stmt_location);
      const to = stmt_len === 0 ? text.length : source.characterAt(stmt_location + stmt_len);
      return [{ node: stmt, error: null, source, ...trimmed(text, from, to) }];
    });
  } catch (error) {
    if (error instanceof Error && 'sqlDetails' in error) return error.message;
    if (error instanceof RangeError) return TOO_DEEP;
    throw error;
  }
}

/** The stretch without space, comments and semicolons at its start and space at its end. */
function trimmed(text: string, from: number, to: number) {
  const leading = /^(?:\s+|;|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/.exec(text.slice(from, to));
  const start = from + (leading?.[0].length ?? 0);
  const own = text.slice(start, to).replace(/[\s;]+$/, '');
  return { text: own, start, end: start + own.length };
}
