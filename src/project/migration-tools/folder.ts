import { resolve } from 'node:path';
import { dirname } from 'node:path/posix';
import type { ProjectFiles } from '../../model/schema-file.ts';
import { byCodeUnits, isFile, listFolder, listTree, readTextIfPresent } from '../files.ts';
import type { Git } from '../git.ts';

/** A folder of migrations, in the working tree or at a commit. Paths are relative to the project root. */
export interface MigrationFolder {
  readonly path: string;
  /** Paths of the files in it and below it, sorted; of the project root only those right in it. */
  readonly files: () => readonly string[];
  /** The text of any file of the project; null when there is none. */
  readonly read: (path: string) => string | null;
  /** True when there is a file of that path in the project. */
  readonly has: (path: string) => boolean;
}

/** A folder as it is in the working tree. */
export function folderInTree(root: string, path: string): MigrationFolder {
  return {
    path,
    files: () => (path === '' ? listFolder(root, '.') : listTree(root, path)),
    read: (file) => readTextIfPresent(root, file),
    has: (file) => isFile(resolve(root, file)),
  };
}

/** A folder as it was at a commit. */
export function folderAt(git: Git, commit: string, path: string): MigrationFolder {
  const lists = new Map<string, ReadonlySet<string>>();
  const listOf = (folder: string): ReadonlySet<string> => {
    const known = lists.get(folder) ?? new Set(git.list(commit, folder));
    lists.set(folder, known);
    return known;
  };
  const has = (file: string): boolean => listOf(dirname(file)).has(file);
  return {
    path,
    files: () => [...listOf(path || '.')].filter((file) => path !== '' || !file.includes('/')),
    read: (file) => (has(file) ? git.show(commit, file) : null),
    has,
  };
}

/** A folder of a project whose files are told folder by folder. */
export function folderOf(files: ProjectFiles, path: string): MigrationFolder {
  return {
    path,
    files: () => (path === '' ? filesIn(files, '') : filesBelow(files, path).sort(byCodeUnits)),
    read: files.read,
    has: (file) => {
      const folder = dirname(file);
      return filesIn(files, folder === '.' ? '' : folder).includes(file);
    },
  };
}

function filesBelow(files: ProjectFiles, folder: string): string[] {
  const folders = files.folders?.(folder) ?? [];
  return [...filesIn(files, folder), ...folders.flatMap((below) => filesBelow(files, below))];
}

/** What lies in the root itself is told with a `/` before it. */
function filesIn(files: ProjectFiles, folder: string): readonly string[] {
  return files.list(folder).map((path) => path.replace(/^\//, ''));
}

/** The files right in the folder. */
export function filesRightIn(folder: MigrationFolder): readonly string[] {
  return folder.files().filter((file) => dirname(file) === (folder.path || '.'));
}

/** A path in a folder, whose own path is empty for the project root. */
export function pathIn(folder: string, name: string): string {
  return folder === '' || folder === '.' ? name : `${folder}/${name}`;
}
