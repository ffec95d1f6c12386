import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CodeFiles, isSkippedFile, isSkippedFolder, languageOf } from './files.ts';

/** The files of a project on disk. What cannot be listed is not there. */
export function codeFilesOf(root: string, skip: readonly string[]): CodeFiles {
  return {
    list: () => {
      const paths: string[] = [];
      collect(root, '', new Set(skip), paths);
      return paths.sort((a, b) => (a < b ? -1 : 1));
    },
    read: (path) => readText(join(root, path)),
  };
}

function collect(root: string, folder: string, skip: ReadonlySet<string>, paths: string[]): void {
  for (const entry of entriesOf(join(root, folder))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (skip.has(path)) continue;
    // A symbolic link is neither: what it leads to is searched where it lies.
    if (entry.isDirectory()) {
      if (!isSkippedFolder(path)) collect(root, path, skip, paths);
    } else if (entry.isFile() && languageOf(path) !== null && !isSkippedFile(path)) {
      paths.push(path);
    }
  }
}

function entriesOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** The text of a file in UTF-8; null when it cannot be read, is a link, or holds NUL bytes. */
function readText(path: string): string | null {
  try {
    if (!lstatSync(path).isFile()) return null;
    const bytes = readFileSync(path);
    return bytes.subarray(0, 8000).includes(0) ? null : bytes.toString('utf8');
  } catch {
    return null;
  }
}
