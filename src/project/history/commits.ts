import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { InputError } from '../../model/errors.ts';
import type { Repository } from './repository.ts';

/** A commit with what it changes against its first parent. */
export interface Commit {
  readonly id: string;
  readonly parents: readonly string[];
  /** Committer date in UTC, `2026-03-01T12:00:00Z`. */
  readonly date: string;
  readonly changes: readonly FileChange[];
}

export interface FileChange {
  /** Renames come as a deletion and an addition. */
  readonly kind: 'added' | 'modified' | 'deleted';
  /** From the root of the repository. */
  readonly path: string;
  /** Object ids of the content; all zeros where there is none. */
  readonly before: string;
  readonly after: string;
}

export interface CommitQuestion {
  /** `plain`: every commit with one parent; `merges`: the merges of the first-parent line. */
  readonly which: 'plain' | 'merges';
  /** A commit, or a range `A..B`. */
  readonly range: string;
  /** `2026-03-01T00:00:00Z`; null for all of the history. */
  readonly since: string | null;
  /** Only commits that change something below these paths. */
  readonly paths: readonly string[];
}

const CHANGE_KINDS: { readonly [letter: string]: FileChange['kind'] } = {
  A: 'added',
  D: 'deleted',
};

/** The commits, newest first, one at a time as git finds them. */
export async function* commitsOf(
  repository: Repository,
  question: CommitQuestion,
): AsyncGenerator<Commit> {
  const git = spawn('git', [...repository.settings, ...logArguments(question)], {
    cwd: repository.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    git.on('close', resolve);
    git.on('error', reject);
  });
  // Awaited below; a failure to start must not count as unhandled before.
  ended.catch(() => undefined);
  let complaint = '';
  git.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = `${complaint}${text}`.slice(-COMPLAINT_KEPT);
  });
  try {
    yield* parsed(createInterface({ input: git.stdout, crlfDelay: Number.POSITIVE_INFINITY }));
    if ((await ended) !== 0) throw unreadable(question.range, complaint);
  } finally {
    git.kill();
  }
}

/** Characters of git's messages that are kept. */
const COMPLAINT_KEPT = 2000;

function unreadable(range: string, complaint: string): InputError {
  const last = complaint.trim().split('\n').at(-1) ?? '';
  return new InputError(`git could not read the history of ${range}${last && `: ${last}`}`, {
    remedy:
      'See what `git fsck` says. A clone made with --filter=tree:0 lacks what the history is read from.',
  });
}

function logArguments({ which, range, since, paths }: CommitQuestion): readonly string[] {
  const kind =
    which === 'plain'
      ? ['--no-merges']
      : ['--merges', '--first-parent', '--diff-merges=first-parent'];
  return [
    '-c',
    'core.quotePath=false',
    'log',
    ...kind,
    '--raw',
    '--no-renames',
    '--no-abbrev',
    '--full-history',
    '--no-show-signature',
    '--format=%x01%H%x02%P%x02%ct',
    ...(since === null ? [] : [`--since=${since}`]),
    range,
    '--',
    ...paths.map((path) => `:(top,literal)${path}`),
  ];
}

async function* parsed(lines: AsyncIterable<string>): AsyncGenerator<Commit> {
  let commit: Omit<Commit, 'changes'> | null = null;
  let changes: FileChange[] = [];
  for await (const line of lines) {
    if (line.startsWith('\u0001')) {
      if (commit) yield { ...commit, changes };
      const [id = '', parents = '', seconds = ''] = line.slice(1).split('\u0002');
      commit = {
        id,
        parents: parents.split(' ').filter((parent) => parent !== ''),
        date: momentOf(Number(seconds)),
      };
      changes = [];
    } else if (line.startsWith(':')) changes.push(changeOf(line));
  }
  if (commit) yield { ...commit, changes };
}

/** `:100644 100644 <before> <after> M\t<path>` */
function changeOf(line: string): FileChange {
  const [head = '', path = ''] = line.split('\t');
  const [, , before = '', after = '', letter = ''] = head.split(' ');
  return { kind: CHANGE_KINDS[letter] ?? 'modified', path, before, after };
}

/** `2026-03-01T12:00:00Z` of seconds since 1970. */
function momentOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
