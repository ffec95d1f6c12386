import type { Engine, RailsVersion } from '../../model/engine.ts';
import type { SqlFileStatement, SqlSchemaFile } from '../../model/schema-file.ts';
import { dbmateList } from './dbmate-list.ts';
import type { WriteStructureOptions } from './options.ts';
import { type ListForm, listFormOf, railsListForm, sameForm } from './version-list-form.ts';

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
 * A list in the form of an older Rails than the one that dumps gets the newer form, as with the
 * first dump after an upgrade. One that no Rails writes keeps its form, and what stands behind it.
 */
export function versionsEdit(
  file: SqlSchemaFile,
  { ran, rails }: WriteStructureOptions,
): TextEdit | null {
  if (ran.length === 0) return null;
  const list = file.statements.filter(({ kind }) => kind === 'versions');
  const [first] = list;
  const last = list.at(-1);
  if (!first || !last) return newListOfDbmate(file, ran) ?? (rails && newList(file, ran, rails));
  // What others put between the statements of the list stays there.
  if (!isOneList(file, list)) return missing(file, list, last, ran);
  const given = listFormOf(file, list, rails);
  const own = rails && railsListForm(rails, file.schema.engine);
  const text = (form: ListForm): string => formatted([...file.versions, ...ran], form);
  const isOutdated = own !== null && given.isRails && !sameForm(given, own);
  if (!isOutdated) return { start: first.start, end: last.end, text: text(given) };
  return { start: first.start, end: file.text.length, text: text(own) + own.closing };
}

function isOneList(file: SqlSchemaFile, list: readonly SqlFileStatement[]): boolean {
  return list.every(({ start }, at) => {
    const previous = list[at - 1];
    return !previous || file.text.slice(previous.end, start).trim() === '';
  });
}

/** The versions as statements, with their last semicolon. */
function formatted(versions: readonly string[], form: ListForm): string {
  const sorted = ordered(versions, form.newestFirst);
  if (form.single) return `${form.head}${form.opening}${sorted.map(row).join(form.between)};`;
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
  list: readonly SqlFileStatement[],
  last: SqlFileStatement,
  ran: readonly string[],
): TextEdit | null {
  const added = ran.filter((version) => !file.versions.includes(version));
  if (added.length === 0) return null;
  const form = { ...listFormOf(file, list, null), single: false, between: '\n\n' };
  return { start: last.end, end: last.end, text: form.between + formatted(added, form) };
}

function newList(file: SqlSchemaFile, ran: readonly string[], rails: RailsVersion): TextEdit {
  const engine: Engine = file.schema.engine;
  const form = railsListForm(rails, engine);
  const blank = file.text === '' || file.text.endsWith('\n\n') ? '' : '\n';
  const end = file.text.length;
  return { start: end, end, text: blank + formatted(ran, form) + form.closing };
}

function newListOfDbmate(file: SqlSchemaFile, ran: readonly string[]): TextEdit | null {
  const list = dbmateList(file);
  if (!list) return null;
  const { place, form } = list;
  return { start: place, end: place, text: formatted(ran, form) + form.closing };
}
