import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { InputError } from '../model/errors.ts';
import { SAFE_SETTINGS } from './git-settings.ts';

/** Reads a project's git history. Nothing is ever written to it. Paths are relative to the project root. */
export interface Git {
  /** The commit that a name stands for; null when there is none. */
  readonly resolve: (ref: string) => string | null;
  /** Newest common ancestor of that ref and HEAD; null when they share none. */
  readonly mergeBase: (ref: string) => string | null;
  /** A file's text at a commit; null when it is not there. */
  readonly show: (commit: string, path: string) => string | null;
  /** Paths of the files under a folder at a commit. */
  readonly list: (commit: string, folder: string) => readonly string[];
  /** True when the clone lacks older commits (`--depth`), as most CI services make it. */
  readonly isShallow: () => boolean;
  /** The branch that others start from: what `origin/HEAD` points at, else main or master. Null when none is there. */
  readonly defaultBranch: () => string | null;
}

/** Null when the root is not in a git working tree, or git is not installed. */
export function openGit(root: string): Git | null {
  if (!existsSync(root) || run(root, ['rev-parse', '--is-inside-work-tree'])?.trim() !== 'true') {
    return null;
  }
  const resolve = (ref: string) =>
    run(root, [
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${ref}^{commit}`,
    ])?.trim() || null;
  const list = (commit: string, path: string) =>
    (run(root, ['ls-tree', '-r', '-z', '--name-only', commit, '--', path]) ?? '')
      .split('\0')
      .filter((found) => found !== '');
  return {
    resolve,
    mergeBase: (ref) => {
      const commit = resolve(ref);
      return commit && (run(root, ['merge-base', commit, 'HEAD'])?.trim() || null);
    },
    show: (commit, path) => {
      // `commit:./path` is relative to the folder that git runs in.
      const text = run(root, ['cat-file', 'blob', `${commit}:./${path}`]);
      if (text === null && list(commit, path).includes(path)) throw contentMissing(commit, path);
      return text;
    },
    list: (commit, folder) => list(commit, `${folder}/`),
    isShallow: () => run(root, ['rev-parse', '--is-shallow-repository'])?.trim() === 'true',
    defaultBranch: () =>
      ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'].find(
        (ref) => resolve(ref) !== null,
      ) ?? null,
  };
}

/** A partial clone (`--filter=blob:none`) knows the path, and fetches the content when git is asked for it. */
function contentMissing(commit: string, path: string): InputError {
  const object = `${commit.slice(0, 12)}:./${path}`;
  return new InputError(`git has not fetched the content of ${path} at ${commit.slice(0, 12)}`, {
    remedy: `Run \`git cat-file blob ${object}\` once; it fetches what this partial clone lacks.`,
  });
}

/**
 * Why git takes a folder for no repository of the user's: it belongs to someone else, as in many
 * containers (`safe.directory`). Null when there simply is none.
 */
export function gitRefusal(root: string): string | null {
  const { stderr } = git(root, ['rev-parse', '--is-inside-work-tree']);
  return stderr.includes('dubious ownership')
    ? `git does not trust ${root}, because it belongs to someone else`
    : null;
}

/** A folder's path in its repository, with a `/` at its end; empty for the repository's own folder and outside of any. */
export function repositoryPrefix(root: string): string {
  return run(root, ['rev-parse', '--show-prefix'])?.trim() ?? '';
}

function git(root: string, args: readonly string[]) {
  return spawnSync('git', [...SAFE_SETTINGS, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Git's output; null when it failed, which for a look-up means: not there. */
function run(root: string, args: readonly string[]): string | null {
  const result = git(root, args);
  if (result.error && 'code' in result.error && result.error.code === 'ENOBUFS') {
    throw new InputError(`git gave more than 256 MiB for \`git ${args.join(' ')}\` in ${root}`);
  }
  return result.status === 0 ? result.stdout : null;
}
