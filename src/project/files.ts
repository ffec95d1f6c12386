import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { InputError } from '../model/errors.ts';
import type { ProjectFiles } from '../model/schema-file.ts';

/** The largest input that is read: a schema file of 10,000 tables is far below. */
const MAX_BYTES = 64 * 1024 * 1024;

/** A path as outputs show it: relative to the root where it lies below it, with `/`. */
export function displayPath(root: string, path: string): string {
  const fromRoot = relative(root, resolve(root, path));
  const shown = fromRoot.startsWith('..') || isAbsolute(fromRoot) ? path : fromRoot;
  return shown.split(sep).join('/');
}

/**
 * Reads a text file.
 *
 * @throws {InputError} when it is missing, a folder, unreadable, too large, or not UTF-8 text.
 */
export function readText(root: string, path: string): string {
  const shown = displayPath(root, path);
  const bytes = readBytes(resolve(root, path), shown);
  if (bytes.includes(0)) throw new InputError(`${shown} is not a text file: it holds NUL bytes`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new InputError(`${shown} is not UTF-8 text`, {
      remedy: 'Convert it to UTF-8, or name another file.',
    });
  }
}

function readBytes(path: string, shown: string): Buffer {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) throw new InputError(`${shown} is a folder, not a file`);
    if (stats.size > MAX_BYTES) {
      throw new InputError(`${shown} has ${stats.size} bytes; at most ${MAX_BYTES} are read`);
    }
    return readFileSync(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`cannot read ${shown}: ${systemReason(error)}`);
  }
}

/** What the operating system says, in words. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const words: { readonly [code: string]: string } = {
    ENOENT: 'there is no such file',
    EACCES: 'no permission',
    EPERM: 'no permission',
    EISDIR: 'it is a folder',
    EEXIST: 'a file is in its place',
    ENOTDIR: 'a part of the path is not a folder',
    ENOSPC: 'the disk is full',
    EFBIG: 'the file is larger than the system allows',
    EDQUOT: 'the disk quota is used up',
    EROFS: 'the file system is read-only',
    EMFILE: 'too many open files',
    ELOOP: 'too many symbolic links',
  };
  return words[code] ?? (error instanceof Error ? error.message : String(error));
}

/** The text of a file that may be missing; null when it is. Other trouble is an error. */
export function readTextIfPresent(root: string, path: string): string | null {
  return isFile(resolve(root, path)) ? readText(root, path) : null;
}

export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Paths of the files right in a folder, relative to the root, sorted; empty when there is no such folder. */
export function listFolder(root: string, folder: string): readonly string[] {
  const path = resolve(root, folder);
  if (!isFolder(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => displayPath(root, join(path, entry.name)))
    .sort(byCodeUnits);
}

/** Paths of the folders right in a folder, relative to the root, sorted. */
function listFolders(root: string, folder: string): readonly string[] {
  const path = resolve(root, folder);
  if (!isFolder(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => displayPath(root, join(path, entry.name)))
    .sort(byCodeUnits);
}

/** Paths of the files of a folder and all folders in it, relative to the root, sorted. */
export function listTree(root: string, folder: string): readonly string[] {
  const path = resolve(root, folder);
  if (!isFolder(path)) return [];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => displayPath(root, join(entry.parentPath, entry.name)))
    .sort(byCodeUnits);
}

/** What the reader of migrations may see of the project, and which files it looked at. */
export function projectFiles(
  root: string,
): ProjectFiles & { readonly seen: ReadonlyMap<string, string> } {
  const seen = new Map<string, string>();
  return {
    seen,
    list: (folder) => listFolder(root, folder),
    folders: (folder) => listFolders(root, folder),
    read: (path) => {
      const text = readTextIfPresent(root, path);
      if (text !== null) seen.set(displayPath(root, path), text);
      return text;
    },
  };
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
