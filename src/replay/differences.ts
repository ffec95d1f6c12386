import { structuredPatch } from 'diff';
import type { SchemaFile } from '../model/schema-file.ts';
import type { MigrationFile } from '../project/selection.ts';

/** A place where the predicted and the dumped schema file differ. */
export interface Difference {
  /** The table that the lines belong to; null outside of tables. */
  readonly table: string | null;
  /** Line of the dumped file, from 1. */
  readonly line: number;
  /** Lines that were predicted and are not in the dump. */
  readonly predicted: readonly string[];
  /** Lines of the dump that were not predicted. */
  readonly dumped: readonly string[];
  /** Lines of the migrations that name what differs; at most five. */
  readonly named: readonly NamedLine[];
}

interface NamedLine {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

const NAMED_AT_MOST = 5;

/** Where a prediction and the dump differ, from top to bottom. */
export function differencesOf(
  predicted: string,
  dumped: string,
  migrations: readonly MigrationFile[],
  format: SchemaFile['format'],
): readonly Difference[] {
  const { namesIn, tableAround } = FORMS[format];
  const lines = dumped.split('\n');
  const patch = structuredPatch('', '', predicted, dumped, '', '', { context: 0 });
  return patch.hunks.map(({ lines: changed, newStart }) => {
    const sides = {
      predicted: changed.filter((line) => line.startsWith('-')).map((line) => line.slice(1)),
      dumped: changed.filter((line) => line.startsWith('+')).map((line) => line.slice(1)),
    };
    const names = [...sides.predicted, ...sides.dumped].flatMap(namesIn);
    const table = tableAround(lines, newStart);
    return { table, line: newStart, ...sides, named: namedIn(migrations, names) };
  });
}

/** How a kind of schema file names what a line is about. */
interface Form {
  readonly namesIn: (line: string) => readonly string[];
  readonly tableAround: (lines: readonly string[], line: number) => string | null;
}

const FORMS: { readonly [F in SchemaFile['format']]: Form } = {
  ruby: { namesIn: namesInRuby, tableAround: tableAroundRuby },
  sql: { namesIn: namesInSql, tableAround: tableAroundSql },
};

/** What a line of a schema file is about: its first name, and the columns of an index. */
function namesInRuby(line: string): readonly string[] {
  const named = /^\s*[\w.]+[ (]+(\[[^\]]*\]|"[^"]*")(?:, (?:name: )?"([^"]*)")?/.exec(line);
  if (!named) return [];
  return [...(named[1] ?? '').matchAll(/"([^"]+)"/g)]
    .map(([, name = '']) => name)
    .concat(named[2] ?? []);
}

/** The table whose block a line is in, the line of its head among them. */
function tableAroundRuby(lines: readonly string[], line: number): string | null {
  for (let at = line - 1; at >= 0; at -= 1) {
    const text = lines[at] ?? '';
    const head = /^ +create_table "([^"]+)"/.exec(text);
    if (head) return head[1] ?? null;
    if (/^ {0,2}\S/.test(text) && at < line - 1) return null;
  }
  return null;
}

const SQL_WORD =
  /^(?:ADD|ALTER|AS|CHECK|COLUMN|CONSTRAINT|CREATE|DEFAULT|INDEX|KEY|NOT|NULL|ON|ONLY|PRIMARY|SET|TABLE|UNIQUE|USING)$/i;

/** The names of a line of SQL: those in quotes, and words that are no keywords of DDL. */
function namesInSql(line: string): readonly string[] {
  const quoted = [...line.matchAll(/[`"]([^`"]+)[`"]/g)].map(([, name = '']) => name);
  if (quoted.length > 0) return quoted;
  const words = line.replace(/^--.*|'[^']*'/g, '').match(/[A-Za-z_]\w*/g) ?? [];
  return words.filter((word) => word.includes('_') && !SQL_WORD.test(word));
}

const SQL_NAME = '(?:[`"]?\\w+[`"]?\\.)?[`"]?([^\\s`"(;]+)[`"]?';
const SQL_HEAD = new RegExp(
  `^(?:CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?|ALTER TABLE (?:ONLY )?|CREATE (?:UNIQUE )?INDEX .* ON (?:ONLY )?)${SQL_NAME}`,
);

/** The table of the statement that a line is in. */
function tableAroundSql(lines: readonly string[], line: number): string | null {
  for (let at = line - 1; at >= 0; at -= 1) {
    const text = lines[at] ?? '';
    const head = SQL_HEAD.exec(text);
    if (head) return head[1] ?? null;
    if (/;\s*$/.test(text) && at < line - 1) return null;
  }
  return null;
}

function namedIn(
  migrations: readonly MigrationFile[],
  names: readonly string[],
): readonly NamedLine[] {
  if (names.length === 0) return [];
  const wanted = new RegExp(`\\b(?:${names.map(escaped).join('|')})\\b`);
  const found = migrations.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, at) =>
        wanted.test(line) ? [{ path, line: at + 1, text: line.trim() }] : [],
      ),
  );
  return found.slice(0, NAMED_AT_MOST);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
