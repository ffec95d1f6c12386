import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../model/errors.ts';
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

/**
 * The files of reports: files, folders with their `.sql`, and patterns with `*` and `**`.
 *
 * @throws {InputError} when nothing is there that a pattern names.
 */
export function reportFilesOf(root: string, patterns: readonly string[]): CodeFiles {
  const paths = new Set(patterns.flatMap((pattern) => reportsOf(root, pattern)));
  return {
    list: () => [...paths].sort((a, b) => (a < b ? -1 : 1)),
    read: (path) => readText(join(root, path)),
  };
}

function reportsOf(root: string, pattern: string): readonly string[] {
  const clean = pattern.replace(/^\.\//, '').replace(/\/+$/, '');
  const parts = clean.split('/');
  const firstWild = parts.findIndex((part) => /[*?]/.test(part));
  const folder = firstWild < 0 ? clean : parts.slice(0, firstWild).join('/');
  const all: string[] = [];
  collectAll(root, folder, all);
  const isMatch = firstWild < 0 ? isBelow(clean) : matcher(clean);
  const found = all.filter(isMatch);
  if (found.length > 0) return found;
  throw new InputError(`migdocs.yml says reports: ${pattern}, and there is no such file`, {
    remedy: 'Name files, folders that hold .sql files, or patterns such as reports/**/*.sql.',
  });
}

function isBelow(path: string): (each: string) => boolean {
  return (each) => each === path || (each.startsWith(`${path}/`) && each.endsWith('.sql'));
}

function matcher(pattern: string): (path: string) => boolean {
  const source = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*\*\/?|\*|\?/g, (wild) => {
    if (wild === '?') return '[^/]';
    return wild === '*' ? '[^/]*' : '(?:.*/)?';
  });
  const expression = new RegExp(`^${source}$`);
  return (path) => expression.test(path);
}

/** A file itself, or all files below a folder. */
function collectAll(root: string, path: string, paths: string[]): void {
  if (lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile()) paths.push(path);
  for (const entry of entriesOf(join(root, path))) {
    const inner = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git') {
      collectAll(root, inner, paths);
    } else if (entry.isFile()) paths.push(inner);
  }
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
