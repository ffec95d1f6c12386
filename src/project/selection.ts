import { basename, resolve } from 'node:path';
import { InputError, UsageError } from '../model/errors.ts';
import { byCodeUnits, displayPath, isFile, isFolder, listTree, readText } from './files.ts';
import { compareVersions } from './versions.ts';

/** A migration file before anyone has interpreted it. */
export interface MigrationFile {
  /** Relative to the project root. */
  readonly path: string;
  readonly text: string;
  /** Digits at the head of its name; null when there are none. */
  readonly version: string | null;
}

export function versionOf(path: string): string | null {
  return /^(\d+)_/.exec(basename(path))?.[1] ?? null;
}

/** Rails runs migrations by version; those without one come last, by name. */
function inOrder(a: string, b: string): number {
  const [left, right] = [versionOf(a), versionOf(b)];
  if (left !== null && right !== null && left !== right) return compareVersions(left, right);
  if ((left === null) !== (right === null)) return left === null ? 1 : -1;
  return byCodeUnits(a, b);
}

/** Paths of migrations in the order in which Rails runs them. */
export function migrationPathsInOrder(paths: readonly string[]): readonly string[] {
  return paths.toSorted(inOrder);
}

/**
 * Migration files of a folder and the folders in it, in the order in which Rails runs them
 * (`ActiveRecord::MigrationContext#migration_files` globs all levels).
 */
export function migrationsIn(root: string, folder: string): readonly string[] {
  return listTree(root, folder)
    .filter((path) => path.endsWith('.rb') && versionOf(path) !== null)
    .toSorted(inOrder);
}

/**
 * Files and folders that were named on the command line, as migration paths in order.
 *
 * @throws {UsageError} for a path that is not there, an empty folder, or a file that is no migration.
 */
export function namedMigrations(root: string, paths: readonly string[]): readonly string[] {
  const found = paths.flatMap((path) => {
    const full = resolve(root, path);
    if (isFolder(full)) {
      const inside = migrationsIn(root, path);
      if (inside.length > 0) return inside;
      throw new UsageError(`${displayPath(root, path)} holds no migrations`, {
        remedy: 'A migration is a file such as 20260101120000_add_status_to_users.rb.',
      });
    }
    if (!isFile(full)) throw new UsageError(`there is no migration ${displayPath(root, path)}`);
    if (path.endsWith('.sql')) {
      throw new InputError(`${displayPath(root, path)}: SQL migrations are not supported yet`, {
        remedy: 'Give Rails migrations (.rb).',
      });
    }
    return [displayPath(root, path)];
  });
  return [...new Set(found)].toSorted(inOrder);
}

export function readMigrationFile(root: string, path: string): MigrationFile {
  return { path, text: readText(root, path), version: versionOf(path) };
}

/** Two files with one version: Rails refuses them (DuplicateMigrationVersionError). */
export function refuseDuplicateVersions(paths: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const version = versionOf(path);
    const other = version === null ? undefined : seen.get(version);
    if (other !== undefined) {
      throw new InputError(`${path} has the same version as ${other}`, {
        remedy: 'Rails refuses two migrations with one version: rename one of them.',
      });
    }
    if (version !== null) seen.set(version, path);
  }
}
