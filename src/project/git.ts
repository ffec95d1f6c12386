import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../model/errors.ts';

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
  return {
    resolve,
    mergeBase: (ref) => run(root, ['merge-base', ref, 'HEAD'])?.trim() || null,
    // `commit:./path` is relative to the folder that git runs in.
    show: (commit, path) => run(root, ['show', `${commit}:./${path}`]),
    list: (commit, folder) =>
      (run(root, ['ls-tree', '-r', '-z', '--name-only', commit, '--', `${folder}/`]) ?? '')
        .split('\0')
        .filter((path) => path !== ''),
    defaultBranch: () =>
      ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'].find(
        (ref) => resolve(ref) !== null,
      ) ?? null,
  };
}

/** Git's output; null when it failed, which for a look-up means: not there. */
function run(root: string, args: readonly string[]): string | null {
  const result = spawnSync('git', ['--no-optional-locks', ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (result.error && 'code' in result.error && result.error.code === 'ENOBUFS') {
    throw new InputError(
      `git gave more than 256 MiB for \`git ${args.join(' ')}\` in ${join(root)}`,
    );
  }
  return result.status === 0 ? result.stdout : null;
}
