import { type Engine, type RailsVersion, railsAtLeast } from '../../model/engine.ts';
import type { SqlFileStatement, SqlSchemaFile } from '../../model/schema-file.ts';
import type { WriteStructureOptions } from './options.ts';

/** A stretch of the file's text and what stands there afterwards. Offsets as in `SqlFileStatement`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The list of migrations as Rails writes it behind the dump: every version of `schema_migrations`
 * once, ordered as text. Null when nothing ran, or when the file has no list and no Rails is known
 * that would write one.
 *
 * A list that is there keeps its form and what stands behind it. A new one has the form of the
 * Rails that dumps: one INSERT a version until 4.2, one for all since 5.0 (followed by two blank
 * lines until 7.0), newest first since 7.1 (`dump_schema_information`, `insert_versions_sql`).
 */
export function versionsEdit(
  file: SqlSchemaFile,
  { ran, rails }: WriteStructureOptions,
): TextEdit | null {
  if (ran.length === 0) return null;
  const list = file.statements.filter(({ kind }) => kind === 'versions');
  const [first] = list;
  const last = list.at(-1);
  if (!first || !last) return rails && newList(file, ran, rails);
  const form = formOf(file, list, rails);
  const text = formatted([...file.versions, ...ran], form);
  // What others put between the statements of the list stays there.
  if (!isOneList(file, list)) return missing(file, last, ran, form);
  return { start: first.start, end: last.end, text };
}

interface ListForm {
  /** One statement for all versions, or one a version. */
  readonly single: boolean;
  readonly newestFirst: boolean;
  /** Up to VALUES: the name of the table can have a prefix or suffix (`table_name_prefix`). */
  readonly head: string;
  /** Between the statements of a list that has one a version. */
  readonly between: string;
}

function formOf(
  file: SqlSchemaFile,
  list: readonly SqlFileStatement[],
  rails: RailsVersion | null,
): ListForm {
  const [first, second] = list;
  const text = first ? file.text.slice(first.start, first.end) : '';
  const head = /^[\s\S]*?\bVALUES\b/i.exec(text)?.[0] ?? '';
  const between =
    first && second && isOneList(file, list) ? file.text.slice(first.end, second.start) : '\n\n';
  const newestFirst = isNewestFirst(file, rails);
  return { single: isForAll(text, list.length), newestFirst, head, between };
}

/** Rails breaks the line behind VALUES in a statement for all versions, and only there. */
function isForAll(text: string, statements: number): boolean {
  return statements === 1 && /\bVALUES[ \t]*\n|\)\s*,/i.test(text);
}

/** The file's own order; that of the Rails that dumps where a single version shows none. */
function isNewestFirst({ versions }: SqlSchemaFile, rails: RailsVersion | null): boolean {
  const [first, last] = [versions[0], versions.at(-1)];
  if (first === undefined || last === undefined || first === last) {
    return rails !== null && railsAtLeast(rails, 7, 1);
  }
  return first > last;
}

function isOneList(file: SqlSchemaFile, list: readonly SqlFileStatement[]): boolean {
  return list.every(({ start }, at) => {
    const previous = list[at - 1];
    return !previous || file.text.slice(previous.end, start).trim() === '';
  });
}

function formatted(versions: readonly string[], form: ListForm): string {
  const sorted = ordered(versions, form.newestFirst);
  if (form.single) return `${form.head}\n${sorted.map(row).join(',\n')};`;
  return sorted.map((version) => `${form.head} ${row(version)};`).join(form.between);
}

/** The column is a string and the table's key, so that they come sorted as text, each once. */
function ordered(versions: readonly string[], newestFirst: boolean): readonly string[] {
  const sorted = [...new Set(versions)].sort((left, right) => (left < right ? -1 : 1));
  return newestFirst ? sorted.reverse() : sorted;
}

function row(version: string): string {
  return `('${version.replaceAll("'", "''")}')`;
}

function missing(
  file: SqlSchemaFile,
  last: SqlFileStatement,
  ran: readonly string[],
  form: ListForm,
): TextEdit | null {
  const added = ran.filter((version) => !file.versions.includes(version));
  if (added.length === 0) return null;
  const text = form.between + formatted(added, form);
  return { start: last.end, end: last.end, text };
}

function newList(file: SqlSchemaFile, ran: readonly string[], rails: RailsVersion): TextEdit {
  const single = railsAtLeast(rails, 5, 0);
  const table = single ? QUOTED[file.schema.engine] : 'schema_migrations';
  const head = `INSERT INTO ${table} (version) VALUES`;
  const newestFirst = railsAtLeast(rails, 7, 1);
  const text = formatted(ran, { single, newestFirst, head, between: '\n\n' });
  const blank = file.text === '' || file.text.endsWith('\n\n') ? '' : '\n';
  const close = single && !newestFirst ? '\n\n\n' : '\n\n';
  const end = file.text.length;
  return { start: end, end, text: blank + text + close };
}

const QUOTED: { readonly [E in Engine]: string } = {
  postgresql: '"schema_migrations"',
  mysql: '`schema_migrations`',
  sqlite: '"schema_migrations"',
};
