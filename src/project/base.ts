import { InputError, UsageError } from '../model/errors.ts';
import { MIGRATION_TOOL_NAMES } from '../model/migration-tool.ts';
import type { BaseChoice } from '../model/proposal.ts';
import { readText, readTextIfPresent } from './files.ts';
import { type Git, gitRefusal, openGit } from './git.ts';
import { type Held, heldIn } from './migration-tools/held.ts';
import type { ListedMigration } from './migration-tools/listed.ts';
import {
  keysAt,
  migrationsOf,
  namedMigrations,
  readMigrationFile,
} from './migration-tools/migration-set.ts';
import type { MigrationSource } from './migration-tools/source.ts';
import type { MigrationFile } from './selection.ts';

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
  readonly source: MigrationSource;
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
  const { root, schemaPath, source, named } = question;
  const text = readText(root, schemaPath);
  const migrations =
    named.length > 0 ? namedMigrations(root, named, source) : migrationsOf(root, source);
  const held = heldIn({ path: schemaPath, text }, source, migrations);
  const notes = toolNotes(source, named.length > 0 ? null : held.because);
  if (!held.isKnown && named.length === 0) {
    const found = untoldBase(question, git, text, migrations, held);
    return { ...found, notes: [...found.notes, ...notes] };
  }
  const found = toldBase(question, git, text, migrations, held);
  return { ...found, notes: [...found.notes, ...notes] };
}

/**
 * A schema file that does not tell what ran: new is what the branch adds, or what is not committed
 * yet. Where the file changed along with it, it holds the result, and its older text is the base.
 */
function untoldBase(
  question: BaseQuestion,
  git: Git | null,
  text: string,
  migrations: readonly ListedMigration[],
  held: Held,
): Base {
  if (migrations.length === 0) return onWorkingTree(question, text, [], []);
  for (const older of git ? olderCommits(git) : []) {
    const base = git && untoldBaseAt(question, git, older, migrations, text);
    if (base) return base;
  }
  if (git?.resolve('HEAD')) return onWorkingTree(question, text, [], []);
  throw new InputError(`cannot tell which migrations are new: ${held.because}`, {
    remedy:
      'Name the new ones: migdocs propose --schema FILE MIGRATION…; or keep the schema file and the migrations in git.',
  });
}

function untoldBaseAt(
  question: BaseQuestion,
  git: Git,
  { commit, description }: OlderCommit,
  migrations: readonly ListedMigration[],
  text: string,
): Base | null {
  if (commit === null) return null;
  const keys = keysAt(git, commit, question.source);
  const added = migrations.filter(({ key }) => !keys.has(key));
  if (added.length === 0) return null;
  const notes = [`New are the migrations that ${description} does not have.`];
  const older = git.show(commit, question.schemaPath);
  if (older === null || older === text) return onWorkingTree(question, text, added, notes);
  const base = baseAtCommit(question, git, commit, description, migrations, text);
  return base && { ...base, notes };
}

/** The schema file tells what ran, or the migrations were named. */
function toldBase(
  question: BaseQuestion,
  git: Git | null,
  text: string,
  migrations: readonly ListedMigration[],
  held: Held,
): Base {
  const pending = migrations.filter((migration) => !held.holds(migration));
  if (question.named.length > 0) return baseForNamed(question, git, text, migrations, pending);
  const unrun = git ? withUncommitted(question, git, text, migrations, pending) : pending;
  if (unrun.length > 0)
    return onWorkingTree(question, text, unrun, branchNotes(question, git, unrun));
  return (
    (git && alreadyRun(question, git, text, migrations)) ?? onWorkingTree(question, text, [], [])
  );
}

function onWorkingTree(
  question: BaseQuestion,
  schemaText: string,
  migrations: readonly ListedMigration[],
  notes: readonly string[],
): Base {
  return {
    choice: { description: `${question.schemaPath} as it is in the working tree`, commit: null },
    schemaText,
    migrations: readAll(question, migrations),
    committedText: null,
    notes,
  };
}

/** Named migrations: on the working tree's schema, unless that holds them all already. */
function baseForNamed(
  question: BaseQuestion,
  git: Git | null,
  text: string,
  migrations: readonly ListedMigration[],
  pending: readonly ListedMigration[],
): Base {
  if (pending.length > 0 || !git) return onWorkingTree(question, text, migrations, []);
  return (
    alreadyRun(question, git, text, migrations) ?? onWorkingTree(question, text, migrations, [])
  );
}

/**
 * A migration that is not in HEAD is new to a schema file that is as in HEAD, even when its
 * version is older: it came from another branch, or the schema was not dumped since.
 */
function withUncommitted(
  question: BaseQuestion,
  git: Git,
  text: string,
  migrations: readonly ListedMigration[],
  pending: readonly ListedMigration[],
): readonly ListedMigration[] {
  if (git.show('HEAD', question.schemaPath) !== text) return pending;
  const committed = keysAt(git, 'HEAD', question.source);
  return migrations.filter((one) => pending.includes(one) || !committed.has(one.key));
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
  migrations: readonly ListedMigration[],
): Base | null {
  for (const { commit, description } of olderCommits(git)) {
    const base = commit && baseAtCommit(question, git, commit, description, migrations, text);
    if (base) return base;
  }
  return null;
}

interface OlderCommit {
  /** Null when there is none. */
  readonly commit: string | null;
  readonly description: string;
}

/** Where the base may lie. The merge base shows the whole branch; HEAD only what is not committed yet. */
function olderCommits(git: Git): readonly OlderCommit[] {
  const trunk = git.defaultBranch();
  const mergeBase = trunk === null ? null : git.mergeBase(trunk);
  const head = { commit: git.resolve('HEAD'), description: 'HEAD' };
  const branch = { commit: mergeBase, description: `the merge base with ${trunk}` };
  return mergeBase === head.commit ? [head] : [branch, head];
}

function baseAtCommit(
  question: BaseQuestion,
  git: Git,
  commit: string,
  description: string,
  migrations: readonly ListedMigration[],
  text: string,
): Base | null {
  const schemaText = git.show(commit, question.schemaPath);
  const held = keysAt(git, commit, question.source);
  const added = migrations.filter(({ key }) => !held.has(key));
  if (schemaText === null || added.length === 0) return null;
  return {
    choice: {
      description: `${question.schemaPath} at ${description} (${commit.slice(0, 12)})`,
      commit,
    },
    schemaText,
    migrations: readAll(question, added),
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
  const held = keysAt(git, commit, question.source);
  const added = namedOrAll(question).filter(({ key }) => !held.has(key));
  return {
    choice: {
      description: `${question.schemaPath} at the merge base with ${ref} (${commit.slice(0, 12)})`,
      commit,
    },
    schemaText,
    migrations: readAll(question, added),
    committedText: committedAfter(question, added, schemaText),
    notes: toolNotes(question.source, null),
  };
}

/** Who runs SQL migrations, how that was told, and what told which of them ran. */
function toolNotes({ tool, because }: MigrationSource, held: string | null): readonly string[] {
  if (tool === 'rails') return [];
  const name = MIGRATION_TOOL_NAMES[tool];
  return [
    `The migrations are read as ${name}${tool === 'plain' ? '' : ' runs them'}: ${because}.`,
    ...(held === null ? [] : [`What ran already: ${held}.`]),
  ];
}

/** What helps a clone that was made with `--depth`; null for a whole one. */
function historyRemedy(git: Git): string | null {
  if (!git.isShallow()) return null;
  return 'This clone is shallow: run `git fetch --unshallow`, or have the CI fetch all of the history (fetch-depth: 0).';
}

function namedOrAll({ root, named, source }: BaseQuestion): readonly ListedMigration[] {
  return named.length > 0 ? namedMigrations(root, named, source) : migrationsOf(root, source);
}

function readAll(
  { root, source }: BaseQuestion,
  migrations: readonly ListedMigration[],
): readonly MigrationFile[] {
  return migrations.map((migration) => readMigrationFile(root, migration, source));
}

/** The working tree's schema file is worth comparing only when it holds the migrations, as far as is known. */
function committedAfter(
  { root, schemaPath, source }: BaseQuestion,
  added: readonly ListedMigration[],
  before: string,
): string | null {
  const text = readTextIfPresent(root, schemaPath);
  if (text === null) return null;
  const held = heldIn({ path: schemaPath, text }, source, added);
  if (!held.isKnown) return text === before ? null : text;
  return added.every((migration) => held.holds(migration)) ? text : null;
}

/** Migrations of this branch that the schema file holds already are not part of the proposal; say so. */
function branchNotes(
  question: BaseQuestion,
  git: Git | null,
  chosen: readonly ListedMigration[],
): readonly string[] {
  const trunk = git?.defaultBranch();
  const commit = trunk ? git?.mergeBase(trunk) : null;
  if (!git || !trunk || !commit) return [];
  const held = keysAt(git, commit, question.source);
  const others = migrationsOf(question.root, question.source).filter(
    ({ key }) => !held.has(key) && !chosen.some((one) => one.key === key),
  );
  if (others.length === 0) return [];
  const subject = others.length === 1 ? '1 more migration' : `${others.length} more migrations`;
  const verb = others.length === 1 ? 'is' : 'are';
  return [
    `${subject} of this branch ${verb} in ${question.schemaPath} already; --base ${trunk} proposes all of them.`,
  ];
}
