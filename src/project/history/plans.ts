import { basename } from 'node:path/posix';
import type { StatedMigrations } from '../migration-tools/source.ts';
import { migrationPathsInOrder, versionOf } from '../selection.ts';
import { type Commit, commitsOf, type FileChange } from './commits.ts';
import type { Repository } from './repository.ts';

/** Commits that add migrations and make no case, by the reason. Counted while the history is read. */
export interface LeftOut {
  /** The schema file stayed as it was, or came only then. */
  noDump: number;
  /** Older migrations were edited, renamed or removed as well. */
  editsMigrations: number;
  /** Merges whose commits each make a case of their own. */
  inItsCommits: number;
  /** Contents that are no text, or that git does not have here (a partial clone). */
  unreadable: number;
}

export function nothingLeftOut(): LeftOut {
  return { noDump: 0, editsMigrations: 0, inItsCommits: 0, unreadable: 0 };
}

export interface HistoryQuestion {
  readonly repository: Repository;
  /** From the root of the repository, empty or with `/` at its end: where the project lives. */
  readonly prefix: string;
  /** From the root of the project. */
  readonly schemaPath: string;
  readonly migrationsFolder: string;
  /** What is said of the tool of SQL migrations; null for those of Rails. */
  readonly sql: StatedMigrations | null;
  /** `2026-03-01T00:00:00Z`; null for all of the history. */
  readonly since: string | null;
  /** Paths that are wanted at every commit. */
  readonly known: readonly string[];
}

/** A case by the ids of its contents. */
export interface PlannedCase {
  readonly commit: string;
  readonly date: string;
  readonly before: string;
  readonly after: string;
  /**
   * Object id by path from the root of the project, in the order in which Rails runs them. In SQL
   * every file that can be one: which of them are, and their order, the tool says.
   */
  readonly migrations: readonly (readonly [path: string, id: string])[];
}

/** The cases of one kind of commit, newest first. */
export async function* plannedCases(
  question: HistoryQuestion,
  which: 'plain' | 'merges',
  leftOut: LeftOut,
): AsyncGenerator<PlannedCase> {
  const { repository, since } = question;
  const range = repository.head;
  const paths = watchedPaths(question);
  for await (const commit of commitsOf(repository, { which, range, since, paths })) {
    const found = readChanges(commit.changes, question);
    if (found.added.length === 0) continue;
    const reason = reasonAgainst(commit, found);
    if (reason) leftOut[reason] += 1;
    else if (which === 'merges' && (await inItsCommits(commit, found, question))) {
      leftOut.inItsCommits += 1;
    } else if (found.schema) yield planOf(commit, found.schema, found.added, question);
  }
}

function watchedPaths({ prefix, schemaPath, migrationsFolder }: HistoryQuestion) {
  return [`${prefix}${schemaPath}`, `${prefix}${migrationsFolder}`];
}

/** What a commit does to the schema file and to migrations. */
interface SchemaChanges {
  readonly schema: FileChange | null;
  readonly added: readonly FileChange[];
  readonly touched: readonly FileChange[];
}

function readChanges(changes: readonly FileChange[], question: HistoryQuestion): SchemaChanges {
  const [schemaPath, folder] = watchedPaths(question);
  const isMigration = question.sql === null ? isRailsMigration : isSqlMigration;
  const isAdded = question.sql === null ? isNew : runsNow;
  const migrations = changes.filter(
    ({ path }) => path.startsWith(`${folder}/`) && isMigration(path),
  );
  return {
    schema: changes.find(({ path }) => path === schemaPath) ?? null,
    added: migrations.filter(isAdded),
    touched: migrations.filter((change) => !isAdded(change)),
  };
}

function isRailsMigration(path: string): boolean {
  return path.endsWith('.rb') && versionOf(path) !== null;
}

/** Not the ways back: `1_x.down.sql`, `NAME/down.sql`, and Flyway's `U1__x.sql`. */
function isSqlMigration(path: string): boolean {
  return /\.sql$/i.test(path) && !/^(?:.*\.)?down\.sql$|^U\d[\d._]*__/i.test(basename(path));
}

function isNew({ kind }: FileChange): boolean {
  return kind === 'added';
}

/** Flyway runs `R__x.sql` again when its text changed. */
function runsNow({ kind, path }: FileChange): boolean {
  return kind === 'added' || (kind === 'modified' && /^R__/.test(basename(path)));
}

function reasonAgainst(
  { parents }: Commit,
  { schema, touched }: SchemaChanges,
): 'noDump' | 'editsMigrations' | null {
  if (schema?.kind !== 'modified' || parents.length === 0) return 'noDump';
  return touched.length > 0 ? 'editsMigrations' : null;
}

/** True when the merged commits, each a case of its own, hold all of the merge's migrations. */
async function inItsCommits(
  merge: Commit,
  { added }: SchemaChanges,
  question: HistoryQuestion,
): Promise<boolean> {
  const range = `${merge.parents[0]}..${merge.id}`;
  const left = new Set(added.map(({ path, after }) => `${path} ${after}`));
  const commits = commitsOf(question.repository, {
    which: 'plain',
    range,
    since: null,
    paths: watchedPaths(question),
  });
  for await (const commit of commits) {
    const found = readChanges(commit.changes, question);
    if (reasonAgainst(commit, found) !== null) continue;
    for (const { path, after } of found.added) left.delete(`${path} ${after}`);
  }
  return left.size === 0;
}

function planOf(
  { id, date }: Commit,
  schema: FileChange,
  added: readonly FileChange[],
  { prefix }: HistoryQuestion,
): PlannedCase {
  const ids = new Map(added.map(({ path, after }) => [path.slice(prefix.length), after]));
  const migrations = migrationPathsInOrder([...ids.keys()]).map(
    (path) => [path, ids.get(path) ?? ''] as const,
  );
  return { commit: id, date, before: schema.before, after: schema.after, migrations };
}
