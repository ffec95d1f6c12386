import type { InputError } from '../../model/errors.ts';
import type { ProjectFiles } from '../../model/schema-file.ts';
import type { MigrationSource } from '../migration-tools/source.ts';
import { type MigrationFile, versionOf } from '../selection.ts';
import { CommitFiles } from './commit-files.ts';
import { type GitObject, GitObjects } from './objects.ts';
import { type HistoryQuestion, type LeftOut, type PlannedCase, plannedCases } from './plans.ts';
import { sqlMigrationsAt } from './sql-migrations.ts';

/** A commit that adds migrations and changes the schema file: a prediction can be held against it. */
export interface HistoryCase {
  readonly commit: string;
  /** Committer date in UTC, `2026-03-01T12:00:00Z`. */
  readonly date: string;
  readonly before: string;
  readonly after: string;
  /** In the order in which Rails or their tool runs them. Paths are from the root of the project. */
  readonly migrations: readonly MigrationFile[];
  /** What the configuration of SQL migrations' tool says; null when it does not, and with Rails. */
  readonly engineOfTool: MigrationSource['engine'];
  /** Why no tool would run these migrations, which are those of the commit by name then; else null. */
  readonly refusal: InputError | null;
  /** The project at that commit. */
  readonly files: ProjectFiles;
}

/** So many cases are fetched at once: enough to keep git busy, few enough to hold in memory. */
const FETCHED_AT_ONCE = 16;

/**
 * The cases of a project's history, newest first. Holds a bounded number of them at a time, however
 * long the history is.
 */
export async function* casesOf(
  question: HistoryQuestion,
  leftOut: LeftOut,
): AsyncGenerator<HistoryCase> {
  const objects = new GitObjects(question.repository);
  const holdsSql = (folder: string) =>
    question.sql !== null && folder === question.migrationsFolder;
  const files = new CommitFiles(objects, question.prefix, question.known, holdsSql);
  try {
    let planned: PlannedCase[] = [];
    for await (const plan of newestFirst(
      plannedCases(question, 'plain', leftOut),
      plannedCases(question, 'merges', leftOut),
    )) {
      planned.push(plan);
      if (planned.length < FETCHED_AT_ONCE) continue;
      yield* runnable(fetched(planned, objects, files, leftOut), question);
      planned = [];
    }
    yield* runnable(fetched(planned, objects, files, leftOut), question);
  } finally {
    objects.close();
  }
}

/** The cases with what their tool runs; those in which it runs nothing are none. */
async function* runnable(
  cases: AsyncGenerator<HistoryCase>,
  { sql, migrationsFolder }: HistoryQuestion,
): AsyncGenerator<HistoryCase> {
  for await (const found of cases) {
    const read =
      sql === null ? found : { ...found, ...sqlMigrationsAt(found, migrationsFolder, sql) };
    if (read.migrations.length > 0) yield read;
  }
}

/** Two histories in one, each of them newest first. */
async function* newestFirst(
  left: AsyncGenerator<PlannedCase>,
  right: AsyncGenerator<PlannedCase>,
): AsyncGenerator<PlannedCase> {
  try {
    let [first, second] = [await left.next(), await right.next()];
    while (!first.done || !second.done) {
      if (!first.done && (second.done || first.value.date >= second.value.date)) {
        yield first.value;
        first = await left.next();
      } else if (!second.done) {
        yield second.value;
        second = await right.next();
      }
    }
  } finally {
    await left.return(undefined);
    await right.return(undefined);
  }
}

async function* fetched(
  planned: readonly PlannedCase[],
  objects: GitObjects,
  files: CommitFiles,
  leftOut: LeftOut,
): AsyncGenerator<HistoryCase> {
  const found = new Map<string, GitObject | null>();
  await fetchInto(
    found,
    planned.map(({ before }) => before),
    objects,
  );
  // A partial clone lacks most contents, and each that it lacks costs a new git.
  const held = planned.filter(({ before }) => found.get(before));
  leftOut.unreadable += planned.length - held.length;
  const names = held.flatMap((plan) => namesOf(plan, files));
  await fetchInto(found, names, objects);
  const text = (id: string) => textOf(found.get(id) ?? null);
  for (const { commit, date, before, after, migrations } of held) {
    const read = migrations.flatMap(([path, id]) => {
      const content = text(id);
      return content === null ? [] : [{ path, text: content, version: versionOf(path) }];
    });
    const [textBefore, textAfter] = [text(before), text(after)];
    if (textBefore === null || textAfter === null || read.length < migrations.length) {
      leftOut.unreadable += 1;
      continue;
    }
    yield {
      commit,
      date,
      before: textBefore,
      after: textAfter,
      migrations: read,
      engineOfTool: null,
      refusal: null,
      files: files.at(commit, found),
    };
  }
}

/** Adds the objects of these names that are not in the map yet. */
async function fetchInto(
  found: Map<string, GitObject | null>,
  names: readonly string[],
  objects: GitObjects,
): Promise<void> {
  const wanted = [...new Set(names)].filter((name) => !found.has(name));
  const contents = await objects.read(wanted);
  for (const [at, name] of wanted.entries()) found.set(name, contents[at] ?? null);
}

function namesOf({ commit, after, migrations }: PlannedCase, files: CommitFiles) {
  return [after, ...migrations.map(([, id]) => id), ...files.namesAt(commit)];
}

function textOf(object: GitObject | null): string | null {
  if (object?.type !== 'blob' || object.content.includes(0)) return null;
  return object.content.toString('utf8');
}
