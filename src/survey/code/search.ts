import type { Inflections } from '../../dialect/rails/inflections.ts';
import type { Change } from '../../model/change.ts';
import type { ProjectFacts } from '../../model/project-facts.ts';
import type { Schema } from '../../model/schema.ts';
import type { Vocabulary } from '../../read/code-uses.ts';
import { locator } from '../../read/places.ts';
import { loadPostgresqlParser } from '../../read/postgresql/parse.ts';
import type { Models } from '../../read/ruby/code/index.ts';
import { loadRubyParser } from '../../read/ruby/source.ts';
import type { CodeFiles } from './files.ts';
import { languageOf } from './files.ts';
import { projectModels } from './project-models.ts';
import { type FileReader, fileReader } from './read-file.ts';
import { subjectsOf, vocabularyOf } from './subjects.ts';
import { type PlacedUse, referencesTo } from './verdict.ts';

/** What code is searched for and by what it is understood. */
export interface CodeSearch {
  readonly changes: readonly Change[];
  /** The schema before the release. */
  readonly before: Schema;
  readonly inflections: Inflections;
  readonly files: CodeFiles;
  /** How far the search is: files that were looked into, and all of them. */
  readonly progress: (done: number, all: number) => void;
}

export type CodeFacts = Pick<ProjectFacts, 'references' | 'elsewhere' | 'filesRead' | 'unparsed'>;

/** Searches a project's code for what the release removes, renames or alters. */
export async function searchCode(search: CodeSearch): Promise<CodeFacts> {
  const { before, files } = search;
  const subjects = subjectsOf(search.changes);
  if (subjects.length === 0) return { references: [], elsewhere: [], filesRead: 0, unparsed: [] };
  if (before.engine === 'postgresql') await loadPostgresqlParser();
  const parse = await loadRubyParser();
  const { texts, unreadable } = readAll(files);
  const ruby = new Map([...texts].filter(([path]) => languageOf(path) === 'ruby'));
  const { models, tablesOfFile } = projectModels(ruby, tablesOf(before), search.inflections, parse);
  const vocabulary = vocabularyOf(subjects, before);
  const owners = new Set(subjects.map(({ object }) => object.table ?? object.name));
  const isWorthReading = worthReading(vocabulary, models);
  const likely = [...texts].filter(
    ([path, text]) =>
      isWorthReading(text, path) ||
      [...(tablesOfFile.get(path) ?? [])].some((each) => owners.has(each)),
  );
  const read = fileReader({ models, vocabulary, engine: before.engine, parse });
  const { uses, unparsed } = readEach(likely, read, (done) => search.progress(done, likely.length));
  return {
    ...referencesTo(subjects, uses, vocabulary),
    filesRead: texts.size,
    unparsed: [...unreadable, ...unparsed].sort(),
  };
}

function tablesOf({ tables, views }: Schema): ReadonlySet<string> {
  return new Set([...tables, ...views].map(({ name }) => name));
}

function readAll(files: CodeFiles) {
  const texts = new Map<string, string>();
  const unreadable: string[] = [];
  for (const path of files.list()) {
    const text = files.read(path);
    if (text === null) unreadable.push(path);
    else texts.set(path, text);
  }
  return { texts, unreadable };
}

/** A quick look at a file's text, which spares most of the parsing. */
function worthReading(
  { columns, tables, others }: Vocabulary,
  models: Models,
): (text: string, path: string) => boolean {
  const words = [...columns, ...others, ...tables, ...[...tables].flatMap(models.wordsFor)];
  // `orderStatus` of JavaScript is `order_status` without the line and in any case.
  const spellings = new Set(
    words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('_', '_?')),
  );
  const pattern = new RegExp([...spellings].join('|') || '(?!)', 'i');
  return (text) => pattern.test(text);
}

function readEach(
  files: readonly (readonly [path: string, text: string])[],
  read: FileReader,
  progress: (done: number) => void,
) {
  const uses: PlacedUse[] = [];
  const unparsed: string[] = [];
  for (const [position, [path, text]] of files.entries()) {
    if (position % 50 === 0) progress(position);
    const found = read(text, path);
    if (!found.parsed) unparsed.push(path);
    if (found.uses.length === 0) continue;
    const placeAt = locator(text, path);
    const lines = text.split('\n');
    for (const use of found.uses) {
      const { line, column } = placeAt({ start: use.at, end: use.at });
      uses.push({ use, path, line, column, text: lines[line - 1] ?? '' });
    }
  }
  return { uses, unparsed };
}
