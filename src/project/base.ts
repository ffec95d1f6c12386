import { InputError, UsageError } from '../model/errors.ts';
import type { BaseChoice } from '../model/proposal.ts';
import { readText, readTextIfPresent } from './files.ts';
import { type Git, gitRefusal, openGit } from './git.ts';
import { type HeldVersions, heldVersionsOf } from './held-versions.ts';
import {
  type MigrationFile,
  migrationsIn,
  namedMigrations,
  readMigrationFile,
  refuseDuplicateVersions,
  versionOf,
} from './selection.ts';

/** What is compared with what: a schema before, and the migrations that are new to it. */
export interface Base {
  readonly choice: BaseChoice;
  readonly schemaText: string;
  readonly migrations: readonly MigrationFile[];
  /** The schema file of the working tree, when it should hold what is predicted; null otherwise. */
  readonly committedText: string | null;
  /** What the user should know about the choice, a sentence each. */
  readonly notes: readonly string[];
}

export interface BaseQuestion {
  readonly root: string;
  readonly schemaPath: string;
  readonly migrationsFolder: string;
  /** Paths named on the command line; empty for "those that the schema does not hold". */
  readonly named: readonly string[];
  /** `--base`; null when not given. */
  readonly ref: string | null;
}

/**
 * Finds the schema before and the migrations that are new to it.
 *
 * @throws {InputError} when an input is missing or unreadable.
 * @throws {UsageError} when `--base` names nothing that git knows.
 */
export function chooseBase(question: BaseQuestion): Base {
  const git = openGit(question.root);
  if (question.ref !== null) return baseAtRef(question, git, question.ref);
  const text = readText(question.root, question.schemaPath);
  const paths =
    question.named.length > 0
      ? namedMigrations(question.root, question.named)
      : migrationsIn(question.root, question.migrationsFolder);
  refuseDuplicateVersions(paths);
  const held = heldVersionsOf(text);
  const pending = paths.filter((path) => isNewer(path, held));
  if (question.named.length > 0) return baseForNamed(question, git, text, paths, pending);
  const unrun = git ? withUncommitted(question, git, text, paths, pending) : pending;
  if (unrun.length > 0)
    return onWorkingTree(question, text, unrun, branchNotes(question, git, unrun));
  return (git && alreadyRun(question, git, text, paths)) ?? onWorkingTree(question, text, [], []);
}

function isNewer(path: string, held: HeldVersions): boolean {
  const version = versionOf(path);
  return version === null || !held.holds(version);
}

function onWorkingTree(
  question: BaseQuestion,
  schemaText: string,
  paths: readonly string[],
  notes: readonly string[],
): Base {
  return {
    choice: { description: `${question.schemaPath} as it is in the working tree`, commit: null },
    schemaText,
    migrations: paths.map((path) => readMigrationFile(question.root, path)),
    committedText: null,
    notes,
  };
}

/** Named migrations: on the working tree's schema, unless that holds them all already. */
function baseForNamed(
  question: BaseQuestion,
  git: Git | null,
  text: string,
  paths: readonly string[],
  pending: readonly string[],
): Base {
  if (pending.length > 0 || !git) return onWorkingTree(question, text, paths, []);
  return alreadyRun(question, git, text, paths) ?? onWorkingTree(question, text, paths, []);
}

/**
 * A migration that is not in HEAD is new to a schema file that is as in HEAD, even when its
 * version is older: it came from another branch, or the schema was not dumped since.
 */
function withUncommitted(
  question: BaseQuestion,
  git: Git,
  text: string,
  paths: readonly string[],
  pending: readonly string[],
): readonly string[] {
  if (git.show('HEAD', question.schemaPath) !== text) return pending;
  const committed = versionsAt(git, 'HEAD', question.migrationsFolder);
  return paths.filter((path) => pending.includes(path) || isNewTo(committed, path));
}

/**
 * The author ran `db:migrate`, so the working tree's schema holds the result. The base is then
 * the newest commit that does not have the migrations: HEAD while they are uncommitted, else the
 * merge base with the default branch.
 */
function alreadyRun(
  question: BaseQuestion,
  git: Git,
  text: string,
  paths: readonly string[],
): Base | null {
  const trunk = git.defaultBranch();
  const mergeBase = trunk === null ? null : git.mergeBase(trunk);
  const candidates = [
    { commit: git.resolve('HEAD'), description: 'HEAD' },
    { commit: mergeBase, description: `the merge base with ${trunk}` },
  ];
  // The merge base shows the whole branch; HEAD only what is not committed yet.
  for (const { commit, description } of candidates.toReversed()) {
    const base = commit && baseAtCommit(question, git, commit, description, paths, text);
    if (base) return base;
  }
  return null;
}

function baseAtCommit(
  question: BaseQuestion,
  git: Git,
  commit: string,
  description: string,
  paths: readonly string[],
  text: string,
): Base | null {
  const schemaText = git.show(commit, question.schemaPath);
  const held = versionsAt(git, commit, question.migrationsFolder);
  const added = paths.filter((path) => isNewTo(held, path));
  if (schemaText === null || added.length === 0) return null;
  return {
    choice: {
      description: `${question.schemaPath} at ${description} (${commit.slice(0, 12)})`,
      commit,
    },
    schemaText,
    migrations: added.map((path) => readMigrationFile(question.root, path)),
    committedText: text,
    notes: [],
  };
}

function baseAtRef(question: BaseQuestion, git: Git | null, ref: string): Base {
  if (!git) {
    const refusal = gitRefusal(question.root);
    if (refusal) {
      throw new UsageError(refusal, {
        remedy: `If you trust it: git config --global --add safe.directory ${question.root}`,
      });
    }
    throw new UsageError(`--base ${ref} needs a git repository, and ${question.root} is in none`);
  }
  if (git.resolve(ref) === null) {
    throw new UsageError(`git knows no ${ref}`, {
      remedy: historyRemedy(git) ?? 'Name a branch, a tag or a commit for --base.',
    });
  }
  const commit = git.mergeBase(ref);
  if (commit === null) {
    throw new UsageError(`${ref} and HEAD have no common ancestor`, { remedy: historyRemedy(git) });
  }
  const schemaText = git.show(commit, question.schemaPath);
  if (schemaText === null) {
    throw new InputError(`${question.schemaPath} is not there at ${ref} (${commit.slice(0, 12)})`, {
      remedy: 'Name another commit for --base, or another file with --schema.',
    });
  }
  const paths = namedOrAll(question);
  const held = versionsAt(git, commit, question.migrationsFolder);
  const added = paths.filter((path) => isNewTo(held, path));
  refuseDuplicateVersions(added);
  return {
    choice: {
      description: `${question.schemaPath} at the merge base with ${ref} (${commit.slice(0, 12)})`,
      commit,
    },
    schemaText,
    migrations: added.map((path) => readMigrationFile(question.root, path)),
    committedText: committedAfter(question, added),
    notes: [],
  };
}

/** What helps a clone that was made with `--depth`; null for a whole one. */
function historyRemedy(git: Git): string | null {
  if (!git.isShallow()) return null;
  return 'This clone is shallow: run `git fetch --unshallow`, or have the CI fetch all of the history (fetch-depth: 0).';
}

function namedOrAll(question: BaseQuestion): readonly string[] {
  return question.named.length > 0
    ? namedMigrations(question.root, question.named)
    : migrationsIn(question.root, question.migrationsFolder);
}

/** The working tree's schema file is worth comparing only when it says that it holds the migrations. */
function committedAfter(question: BaseQuestion, added: readonly string[]): string | null {
  const text = readTextIfPresent(question.root, question.schemaPath);
  if (text === null) return null;
  const held = heldVersionsOf(text);
  return added.some((path) => isNewer(path, held)) ? null : text;
}

function versionsAt(git: Git, commit: string, folder: string): ReadonlySet<string> {
  return new Set(git.list(commit, folder).map((path) => versionOf(path) ?? path));
}

function isNewTo(held: ReadonlySet<string>, path: string): boolean {
  return !held.has(versionOf(path) ?? path);
}

/** Migrations of this branch that the schema file holds already are not part of the proposal; say so. */
function branchNotes(
  question: BaseQuestion,
  git: Git | null,
  chosen: readonly string[],
): readonly string[] {
  const trunk = git?.defaultBranch();
  const commit = trunk ? git?.mergeBase(trunk) : null;
  if (!git || !trunk || !commit) return [];
  const held = versionsAt(git, commit, question.migrationsFolder);
  const others = migrationsIn(question.root, question.migrationsFolder).filter(
    (path) => isNewTo(held, path) && !chosen.includes(path),
  );
  if (others.length === 0) return [];
  const subject = others.length === 1 ? '1 more migration' : `${others.length} more migrations`;
  const verb = others.length === 1 ? 'is' : 'are';
  return [
    `${subject} of this branch ${verb} in ${question.schemaPath} already; --base ${trunk} proposes all of them.`,
  ];
}
