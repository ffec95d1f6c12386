import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { InputError, UsageError } from '../../model/errors.ts';
import { isFile, isFolder } from '../files.ts';
import { gitRefusal } from '../git.ts';
import { SAFE_SETTINGS } from '../git-settings.ts';

/** A git repository whose history is read; nothing is ever written to it. */
export interface Repository {
  /** Arguments that every call of git begins with. */
  readonly settings: readonly string[];
  /** The folder that git runs in. */
  readonly folder: string;
  /** The folder that was named, below the root of the repository: empty or with `/` at its end. */
  readonly prefix: string;
  /** The commit that HEAD stands for. */
  readonly head: string;
  /** Whether the clone lacks older commits (`--depth`). */
  readonly shallow: boolean;
  /**
   * Whether HEAD holds a file, by its path from the root of the repository.
   *
   * @throws {InputError} when git cannot tell.
   */
  readonly holds: (path: string) => boolean;
}

/**
 * Opens a working tree, a folder inside of one, or a bare git directory.
 *
 * @throws {UsageError} when there is no such folder, or it is in no repository.
 * @throws {InputError} when the repository holds no commit.
 */
export function openRepository(path: string): Repository {
  const folder = resolve(path);
  if (!isFolder(folder)) throw new UsageError(`there is no folder ${path}`);
  // Where `safe.bareRepository` is set, git finds a bare directory only when it is named.
  const bare = isFile(join(folder, 'HEAD')) && isFolder(join(folder, 'objects'));
  const settings = [...SAFE_SETTINGS, ...(bare ? [`--git-dir=${folder}`] : [])];
  const ask = (...args: string[]) => {
    const result = spawnSync('git', [...settings, ...args], { cwd: folder, encoding: 'utf8' });
    return result.status === 0 ? result.stdout.trim() : null;
  };
  if (ask('rev-parse', '--git-dir') === null) throw noRepository(path, folder);
  const head = ask('rev-parse', '--verify', '--quiet', 'HEAD^{commit}');
  if (head === null) throw new InputError(`the repository ${path} holds no commit`);
  return {
    settings,
    folder,
    head,
    prefix: bare ? '' : (ask('rev-parse', '--show-prefix') ?? ''),
    shallow: ask('rev-parse', '--is-shallow-repository') === 'true',
    holds: (file) => {
      // A partial clone lists a file whose content it lacks; --full-tree: from the root of the repository.
      const listed = ask('ls-tree', '--full-tree', head, '--', file);
      if (listed === null) throw unreadableTree(path);
      return listed.includes(' blob ');
    },
  };
}

function unreadableTree(path: string): InputError {
  return new InputError(`git could not list the files of ${path} at HEAD`, {
    remedy: 'See what `git fsck` says. A clone made with --filter=tree:0 lacks what is read here.',
  });
}

function noRepository(path: string, folder: string): UsageError {
  const refusal = gitRefusal(folder);
  if (refusal === null) return new UsageError(`${path} is in no git repository`);
  return new UsageError(refusal, {
    remedy: `If you trust it: git config --global --add safe.directory ${folder}`,
  });
}
