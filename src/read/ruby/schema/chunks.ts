import { parseRailsVersion, type RailsVersion } from '../../../model/engine.ts';

/** A run of whole lines of a dump that holds one statement, or all foreign keys of one table. */
export interface Chunk {
  readonly kind: 'table' | 'foreignKeys' | 'other';
  /** Table of the foreign keys; null for the other kinds. */
  readonly child: string | null;
  /** Number of statements in it. */
  readonly statements: number;
  /** In the file's text, in UTF-16 code units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A schema file cut up by the form that Rails and the usual gems dump. */
export interface ChunkedDump {
  /** Null in the form without brackets. */
  readonly rails: RailsVersion | null;
  /** Digits only. */
  readonly version: string;
  /** Where the first line inside of `define` begins. */
  readonly bodyStart: number;
  /** Where the closing `end` begins. */
  readonly bodyEnd: number;
  /** In the file's order; between them are only blank lines and comments. */
  readonly chunks: readonly Chunk[];
}

const HEADER =
  /^(?:(?:#.*)?\n)*ActiveRecord::Schema(?:\[(\d+\.\d+)\])?\.define\(version: (0|[1-9]\d*(?:_\d+)*)\) do\n/;

/** Statements that a dump writes in one line. */
const ONE_LINE =
  / {2}(?:enable_extension|create_enum|create_schema|create_virtual_table|add_index|add_(?:check|unique|exclusion)_constraint) .*[^\\,]$/y;

/** Statements of scenic and fx, whose SQL follows as a heredoc. */
const WITH_HEREDOC = / {2}create_(?:view|function|trigger) .*<<-\\?'?(\w+)'?$/y;

/**
 * Cuts a file by its lines, which takes a hundredth of the time of parsing it. Each chunk is a
 * guess until it has been parsed: that is what shows that it holds so many whole statements.
 *
 * @returns null for a file in which anything has another form than a dump has it.
 */
export function chunksOf(text: string): ChunkedDump | null {
  const header = HEADER.exec(text);
  if (!header || text.includes('# Could not dump table ')) return null;
  const bodyStart = header[0].length;
  const body = chunksFrom(text, bodyStart);
  if (!body) return null;
  const rails = header[1] === undefined ? null : parseRailsVersion(header[1]);
  return { rails, version: (header[2] ?? '').replaceAll('_', ''), bodyStart, ...body };
}

/** The chunks up to the last `end`; null when there is anything else. */
function chunksFrom(
  text: string,
  bodyStart: number,
): Pick<ChunkedDump, 'chunks' | 'bodyEnd'> | null {
  const chunks: Chunk[] = [];
  let at = bodyStart;
  while (!text.startsWith('end\n', at)) {
    const newline = text.indexOf('\n', at);
    if (newline < 0) return null;
    const chunk = isGap(text, at, newline) ? undefined : chunkAt(text, at, newline);
    if (chunk === null) return null;
    if (chunk) chunks.push(chunk);
    at = chunk?.end ?? newline + 1;
  }
  const isLast = text.slice(at + 'end\n'.length).trim() === '';
  return isLast ? { chunks, bodyEnd: at } : null;
}

/** Blank lines and comments. */
function isGap(text: string, start: number, newline: number): boolean {
  return newline === start || text.startsWith('  #', start);
}

function chunkAt(text: string, start: number, newline: number): Chunk | null {
  if (text.startsWith('  create_table "', start)) return tableAt(text, start, newline);
  if (text.startsWith('  add_foreign_key "', start)) return foreignKeysAt(text, start);
  const line = text.slice(start, newline);
  const end = endOfOther(text, line, newline);
  return end === null ? null : { kind: 'other', child: null, statements: 1, start, end };
}

function tableAt(text: string, start: number, newline: number): Chunk | null {
  if (!text.startsWith(' do |t|', newline - ' do |t|'.length)) return null;
  const close = text.indexOf(TABLE_END, newline);
  if (close < 0) return null;
  const end = close + TABLE_END.length;
  return { kind: 'table', child: null, statements: 1, start, end };
}

const TABLE_END = '\n  end\n';

function foreignKeysAt(text: string, start: number): Chunk | null {
  const name = start + '  add_foreign_key "'.length;
  const prefix = text.slice(start, text.indexOf('"', name) + 1);
  let end = start;
  let statements = 0;
  while (text.startsWith(prefix, end)) {
    end = text.indexOf('\n', end) + 1;
    if (end === 0) return null;
    statements += 1;
  }
  const child = prefix.slice('  add_foreign_key "'.length, -1);
  return { kind: 'foreignKeys', child, statements, start, end };
}

/** End of a statement of another kind; null when the line begins none that a dump has. */
function endOfOther(text: string, line: string, newline: number): number | null {
  // activerecord-postgres_enum gives each value of an enum a line.
  if (line.startsWith('  create_enum ') && line.endsWith('[')) {
    const close = text.indexOf('\n  ]', newline);
    return close < 0 ? null : text.indexOf('\n', close + 1) + 1 || null;
  }
  ONE_LINE.lastIndex = 0;
  if (ONE_LINE.test(line)) return newline + 1;
  WITH_HEREDOC.lastIndex = 0;
  const terminator = WITH_HEREDOC.exec(line)?.[1];
  if (terminator === undefined) return null;
  const close = text.indexOf(`\n  ${terminator}\n`, newline);
  return close < 0 ? null : close + `\n  ${terminator}\n`.length;
}
