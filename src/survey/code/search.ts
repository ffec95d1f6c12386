import type { Inflections } from '../../dialect/rails/inflections.ts';
import type { Change } from '../../model/change.ts';
import type { ProjectFacts } from '../../model/project-facts.ts';
import type { Schema } from '../../model/schema.ts';
import { touchedObjects } from '../../model/touched-objects.ts';
import type { Vocabulary } from '../../read/code-uses.ts';
import { loadPostgresqlParser } from '../../read/postgresql/parse.ts';
import type { Models } from '../../read/ruby/code/index.ts';
import { loadRubyParser } from '../../read/ruby/source.ts';
import { lostValues } from './enum-values.ts';
import { type ExternalSystem, externalReferences } from './external.ts';
import type { CodeFiles } from './files.ts';
import { languageOf } from './files.ts';
import { placed } from './placed.ts';
import { projectModels } from './project-models.ts';
import { type FileReader, fileReader } from './read-file.ts';
import { reportUses } from './reports.ts';
import { textSearchOf } from './text-uses.ts';
import { type PlacedUse, referencesTo } from './verdict.ts';
import { vocabularyOf } from './vocabulary.ts';

/** What code is searched for and by what it is understood. */
export interface CodeSearch {
  readonly changes: readonly Change[];
  /** The schema before the release. */
  readonly before: Schema;
  readonly inflections: Inflections;
  readonly files: CodeFiles;
  /** The files of reports that the configuration names. */
  readonly reports: CodeFiles;
  readonly external: readonly ExternalSystem[];
  /** How far the search is: files that were looked into, and all of them. */
  readonly progress: (done: number, all: number) => void;
}

export type CodeFacts = Pick<ProjectFacts, 'references' | 'elsewhere' | 'filesRead' | 'unparsed'>;

/** Searches a project's code for what the release removes, renames or alters. */
export async function searchCode(search: CodeSearch): Promise<CodeFacts> {
  const { before, files } = search;
  const touched = touchedObjects(search.changes);
  if (touched.length === 0) return { references: [], elsewhere: [], filesRead: 0, unparsed: [] };
  if (before.engine === 'postgresql') await loadPostgresqlParser();
  const parse = await loadRubyParser();
  const { texts, unreadable } = readAll(files);
  const ruby = new Map([...texts].filter(([path]) => languageOf(path) === 'ruby'));
  const { models, tablesOfFile } = projectModels(ruby, tablesOf(before), search.inflections, parse);
  const lost = lostValues(search.changes, before);
  const vocabulary = vocabularyOf(touched, lost, before);
  const owners = new Set(touched.map(({ object }) => object.table ?? object.name));
  const isWorthReading = worthReading(vocabulary, models);
  const likely = [...texts].filter(
    ([path, text]) =>
      isWorthReading(text, path) ||
      [...(tablesOfFile.get(path) ?? [])].some((each) => owners.has(each)),
  );
  const read = fileReader({ models, vocabulary, engine: before.engine, parse });
  const { uses, unparsed } = readEach(likely, read, (done) => search.progress(done, likely.length));
  const textSearch = textSearchOf(vocabulary, models);
  const reports = reportUses(search.reports, vocabulary, before.engine, textSearch);
  const found = referencesTo(touched, [...uses, ...reports.uses], vocabulary, lost, models);
  return {
    references: [...found.references, ...externalReferences(search.external, touched)],
    elsewhere: found.elsewhere,
    filesRead: texts.size,
    unparsed: [...unreadable, ...reports.unreadable, ...unparsed].sort(),
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
    uses.push(...placed(found.uses, path, text));
  }
  return { uses, unparsed };
}
