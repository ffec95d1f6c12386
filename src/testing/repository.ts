import { execFileSync } from 'node:child_process';
import { testProject } from './project.ts';

/** A git repository of a test, in the system's temporary folder. */
export interface TestRepository {
  readonly root: string;
  readonly git: (...args: string[]) => string;
  /** Writes a file that no commit holds. */
  readonly write: (path: string, text: string) => void;
  /** Writes these files (null removes one) and commits them; gives the commit's id. */
  readonly commit: (files: { readonly [path: string]: string | null }, date?: string) => string;
  readonly remove: () => void;
}

export function testRepository(): TestRepository {
  const { root, write, remove } = testProject({});
  const git = (...args: string[]) => runGit(root, args, '2026-01-01T00:00:00Z');
  git('init', '-q', '-b', 'main');
  return {
    root,
    git,
    write,
    remove,
    commit: (files, date = '2026-01-01T00:00:00Z') => {
      for (const [path, text] of Object.entries(files)) {
        if (text === null) git('rm', '-q', path);
        else write(path, text);
      }
      git('add', '-A');
      runGit(root, ['commit', '-q', '-m', 'A step'], date);
      return git('rev-parse', 'HEAD').trim();
    },
  };
}

function runGit(root: string, args: readonly string[], date: string): string {
  const settings = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
  return execFileSync('git', [...settings, '-c', 'commit.gpgSign=false', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
