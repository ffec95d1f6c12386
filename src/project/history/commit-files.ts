import { posix } from 'node:path';
import type { ProjectFiles } from '../../model/schema-file.ts';
import { byCodeUnits } from '../files.ts';
import type { GitObject, GitObjects } from './objects.ts';
import { Recent } from './recent.ts';
import { readTree, type Tree, type TreeEntry } from './trees.ts';

/** At most so many paths are remembered as ones that are asked for again and again. */
const HABITS = 48;

/** Entries of trees, and bytes of files, that are kept from one commit to the next. */
const TREE_ENTRIES = 100_000;
const FILE_BYTES = 32 * 1024 * 1024;

/** Who asks for a file of a folder will ask for others of it: so many are fetched at once. */
const FETCHED_AT_ONCE = 64;

/**
 * The files of a project as they stand at its commits.
 *
 * Most of a project is the same from one commit to the next, so trees and files are kept by their
 * ids. Paths that had to be fetched at two commits are from then on fetched together with the
 * contents of the case, for one question to a git of its own takes some five milliseconds.
 */
export class CommitFiles {
  readonly #objects: GitObjects;
  readonly #prefix: string;
  readonly #known: readonly string[];
  readonly #holdsSql: (folder: string) => boolean;
  readonly #habits = new Set<string>();
  /** Paths fetched once, with the commit. */
  readonly #once = new Map<string, string>();
  readonly #trees = new Recent<Tree>(TREE_ENTRIES);
  readonly #texts = new Recent<string>(FILE_BYTES);

  /**
   * @param known - paths of files that are asked for at every commit.
   * @param holdsSql - tells folders of SQL migrations, which are read all together.
   */
  constructor(
    objects: GitObjects,
    prefix: string,
    known: readonly string[],
    holdsSql: (folder: string) => boolean = () => false,
  ) {
    this.#objects = objects;
    this.#prefix = prefix;
    this.#known = known;
    this.#holdsSql = holdsSql;
  }

  /** The names of the objects that the next project at this commit will likely ask for. */
  namesAt(commit: string): readonly string[] {
    return ['', ...this.#known, ...this.#habits].map((path) => this.#nameOf(commit, path));
  }

  /** @param fetched - objects by name, null for those that are not there. */
  at(commit: string, fetched: ReadonlyMap<string, GitObject | null>): ProjectFiles {
    const files = new FilesAt(this, commit, (path) => fetched.get(this.#nameOf(commit, path)));
    return {
      read: (path) => files.read(path),
      list: (folder) => files.list(folder, 'file'),
      folders: (folder) => files.list(folder, 'folder'),
    };
  }

  /** @param found - the tree, where it was fetched. */
  tree(id: string, found: GitObject | null, path: string, commit: string): Tree | null {
    const kept = this.#trees.get(id);
    if (kept) return kept;
    const object = found ?? this.#fetch(id, path, commit);
    if (object?.type !== 'tree') return null;
    const tree = readTree(object.content, commit.length / 2);
    this.#trees.set(id, tree, tree.size);
    return tree;
  }

  /** The ending of files in a folder of which all are read when one is. */
  endingReadTogether(path: string): string | null {
    if (path.endsWith('.rb')) return '.rb';
    return path.endsWith('.sql') && this.#holdsSql(folderOf(path)) ? '.sql' : null;
  }

  /** A file that was fetched, or that is kept; undefined for another. */
  kept(id: string, found: GitObject | null): string | null | undefined {
    const kept = this.#texts.get(id);
    if (kept !== undefined || found === null) return kept;
    return this.#keep(found);
  }

  /** @param others - the ids of the files beside it. */
  text(id: string, others: readonly string[], path: string, commit: string): string | null {
    this.#remember(path, commit);
    const wanted = others.filter((other) => other !== id && this.#texts.get(other) === undefined);
    const [object, ...rest] = this.#objects.readNow([id, ...wanted.slice(0, FETCHED_AT_ONCE - 1)]);
    for (const other of rest) if (other !== null) this.#keep(other);
    return object ? this.#keep(object) : null;
  }

  root(commit: string): GitObject | null {
    return this.#objects.readNow([this.#nameOf(commit, '')])[0] ?? null;
  }

  #keep({ id, type, content }: GitObject): string | null {
    if (type !== 'blob') return null;
    const text = content.toString('utf8');
    this.#texts.set(id, text, content.length);
    return text;
  }

  #fetch(id: string, path: string, commit: string): GitObject | null {
    this.#remember(path, commit);
    return this.#objects.readNow([id])[0] ?? null;
  }

  #remember(path: string, commit: string): void {
    const first = this.#once.get(path);
    if (first === commit) return;
    this.#once.delete(path);
    if (first !== undefined) this.#habits.add(path);
    else this.#once.set(path, commit);
    forgetOldest(this.#once);
    forgetOldest(this.#habits);
  }

  #nameOf(commit: string, path: string): string {
    return `${commit}:${this.#prefix}${path}`;
  }
}

/** The files of one commit. */
class FilesAt {
  readonly #files: CommitFiles;
  readonly #commit: string;
  /** An object that was fetched for the case; undefined for one that was not. */
  readonly #fetched: (path: string) => GitObject | null | undefined;
  readonly #folders = new Map<string, Tree | null>();

  constructor(
    files: CommitFiles,
    commit: string,
    fetched: (path: string) => GitObject | null | undefined,
  ) {
    this.#files = files;
    this.#commit = commit;
    this.#fetched = fetched;
  }

  read(path: string): string | null {
    const fetched = this.#fetched(path);
    if (fetched !== undefined) return fetched && (this.#files.kept(fetched.id, fetched) ?? null);
    const entry = this.#entry(path);
    if (entry?.kind !== 'file') return null;
    const kept = this.#files.kept(entry.id, null);
    if (kept !== undefined) return kept;
    return this.#files.text(entry.id, this.#beside(path), path, this.#commit);
  }

  /** The ids of the Ruby files in the folder of a Ruby file, and of the SQL migrations beside one. */
  #beside(path: string): readonly string[] {
    const ending = this.#files.endingReadTogether(path);
    if (ending === null) return [];
    return [...(this.#folder(folderOf(path)) ?? [])].flatMap(([name, { kind, id }]) =>
      kind === 'file' && name.endsWith(ending) ? [id] : [],
    );
  }

  list(folder: string, kind: TreeEntry['kind']): readonly string[] {
    return [...(this.#folder(folder) ?? [])]
      .filter(([, entry]) => entry.kind === kind)
      .map(([name]) => `${folder}/${name}`)
      .sort(byCodeUnits);
  }

  #entry(path: string): TreeEntry | undefined {
    return this.#folder(folderOf(path))?.get(posix.basename(path));
  }

  #folder(path: string): Tree | null {
    const kept = this.#folders.get(path);
    if (kept !== undefined) return kept;
    const tree = this.#readFolder(path);
    this.#folders.set(path, tree);
    return tree;
  }

  #readFolder(path: string): Tree | null {
    const fetched = this.#fetched(path) ?? (path === '' ? this.#files.root(this.#commit) : null);
    if (fetched) return this.#files.tree(fetched.id, fetched, path, this.#commit);
    const entry = path === '' ? undefined : this.#entry(path);
    return entry?.kind === 'folder' ? this.#files.tree(entry.id, null, path, this.#commit) : null;
  }
}

/** Empty for the root of the project. */
function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === '.' ? '' : folder;
}

function forgetOldest(paths: Map<string, unknown> | Set<string>): void {
  const [oldest] = paths.keys();
  if (paths.size > HABITS && oldest !== undefined) paths.delete(oldest);
}
