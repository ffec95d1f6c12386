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
  /** Whether HEAD holds a file, by its path from the root of the repository. */
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
    holds: (file) => ask('cat-file', '-t', `${head}:${file}`) === 'blob',
  };
}

function noRepository(path: string, folder: string): UsageError {
  const refusal = gitRefusal(folder);
  if (refusal === null) return new UsageError(`${path} is in no git repository`);
  return new UsageError(refusal, {
    remedy: `If you trust it: git config --global --add safe.directory ${folder}`,
  });
}
