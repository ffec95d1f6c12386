import type { ProjectFiles } from '../../model/schema-file.ts';
import { byCodeUnits } from '../files.ts';
import type { GitObject, GitObjects } from './objects.ts';

/** At most so many paths are remembered. */
const REMEMBERED = 64;

/**
 * The files of a project as they stand at its commits. Paths that were asked for at two commits
 * are from then on fetched together with the others, which is quicker than one by one.
 */
export class CommitFiles {
  readonly #objects: GitObjects;
  readonly #prefix: string;
  readonly #known: readonly string[];
  readonly #habitual = new Set<string>();
  /** Paths asked for once, with the commit. */
  readonly #once = new Map<string, string>();

  /** @param known - paths that are asked for at every commit. */
  constructor(objects: GitObjects, prefix: string, known: readonly string[]) {
    this.#objects = objects;
    this.#prefix = prefix;
    this.#known = known;
  }

  /** The names of the objects that the next project at this commit will likely ask for. */
  namesAt(commit: string): readonly string[] {
    return [...this.#known, ...this.#habitual].map((path) => this.#nameOf(commit, path));
  }

  /** @param fetched - objects by name, null for those that are not there. */
  at(commit: string, fetched: ReadonlyMap<string, GitObject | null>): ProjectFiles {
    const asked = new Map<string, GitObject | null>();
    const find = (path: string): GitObject | null => {
      const name = this.#nameOf(commit, path);
      const known = fetched.get(name) ?? asked.get(name);
      if (known !== undefined || fetched.has(name) || path.includes('\n')) return known ?? null;
      this.#remember(path, commit);
      const object = this.#objects.readNow(name);
      asked.set(name, object);
      return object;
    };
    return {
      read: (path) => {
        const object = find(path);
        return object?.type === 'blob' ? object.content.toString('utf8') : null;
      },
      list: (folder) => {
        const object = find(folder);
        if (object?.type !== 'tree') return [];
        return blobNames(object.content, commit.length / 2)
          .map((name) => `${folder}/${name}`)
          .sort(byCodeUnits);
      },
    };
  }

  #nameOf(commit: string, path: string): string {
    return `${commit}:${this.#prefix}${path}`;
  }

  #remember(path: string, commit: string): void {
    const first = this.#once.get(path);
    if (first === commit) return;
    this.#once.delete(path);
    if (first !== undefined) this.#habitual.add(path);
    else this.#once.set(path, commit);
    forgetOldest(this.#once);
    forgetOldest(this.#habitual);
  }
}

function forgetOldest(paths: Map<string, unknown> | Set<string>): void {
  const [oldest] = paths.keys();
  if (paths.size > REMEMBERED && oldest !== undefined) paths.delete(oldest);
}

/** A tree object is a row of `<mode> <name>\0<id in bytes>`; files have a mode of 100xxx. */
function blobNames(tree: Buffer, idBytes: number): readonly string[] {
  const names: string[] = [];
  for (let at = 0; at < tree.length; ) {
    const end = tree.indexOf(0, at);
    if (end < 0) break;
    const [mode = '', name = ''] = splitOnce(tree.toString('utf8', at, end));
    if (mode.startsWith('100')) names.push(name);
    at = end + 1 + idBytes;
  }
  return names;
}

function splitOnce(text: string): readonly [string, string] {
  const at = text.indexOf(' ');
  return [text.slice(0, at), text.slice(at + 1)];
}
