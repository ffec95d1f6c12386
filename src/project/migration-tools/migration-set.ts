import { resolve } from 'node:path';
import { UsageError } from '../../model/errors.ts';
import { displayPath, isFile, isFolder, readText } from '../files.ts';
import type { Git } from '../git.ts';
import { type MigrationFile, migrationPathsInOrder, versionOf } from '../selection.ts';
import { compareDottedVersions } from '../versions.ts';
import { folderAt, folderInTree } from './folder.ts';
import type { ListedMigration } from './listed.ts';
import { plainMigration } from './plain.ts';
import type { MigrationSource } from './source.ts';
import { TOOLS } from './tools.ts';

/** The migrations of a project that run on a database with tables, in order. */
export function migrationsOf(root: string, source: MigrationSource): readonly ListedMigration[] {
  const all = TOOLS[source.tool].list(folderInTree(root, source.folder));
  return all.filter(({ isBaseline }) => !isBaseline);
}

/** The migrations that run on an empty database: the newest baseline and what follows it. */
export function migrationsFromEmpty(
  root: string,
  source: MigrationSource,
): readonly ListedMigration[] {
  const all = TOOLS[source.tool].list(folderInTree(root, source.folder));
  const baseline = all.findLast(({ isBaseline }) => isBaseline);
  if (!baseline) return all;
  const isLater = ({ version }: ListedMigration) =>
    version === null || compareDottedVersions(version, baseline.version ?? '0') > 0;
  return [baseline, ...all.filter((one) => !one.isBaseline && isLater(one))];
}

/** The keys of the migrations that a commit has. */
export function keysAt(git: Git, commit: string, source: MigrationSource): ReadonlySet<string> {
  const folder = folderAt(git, commit, source.folder);
  return new Set(TOOLS[source.tool].list(folder).map(({ key }) => key));
}

/**
 * Files and folders that were named on the command line, as migrations in order. A file that the
 * tool does not list is a migration by itself.
 *
 * @throws {UsageError} for a path that is not there, an empty folder, or a file that is no migration.
 */
export function namedMigrations(
  root: string,
  named: readonly string[],
  source: MigrationSource,
): readonly ListedMigration[] {
  const all = migrationsOf(root, source);
  const found = named.flatMap((path) => migrationsAt(root, path, source, all));
  const unique = [...new Map(found.map((migration) => [migration.path, migration])).values()];
  const paths =
    source.tool === 'rails'
      ? migrationPathsInOrder(found.map(({ path }) => path))
      : all.map(({ path }) => path);
  return unique.toSorted((a, b) => paths.indexOf(a.path) - paths.indexOf(b.path));
}

function migrationsAt(
  root: string,
  named: string,
  source: MigrationSource,
  all: readonly ListedMigration[],
): readonly ListedMigration[] {
  const path = displayPath(root, named).replace(/\/$/, '');
  if (isFolder(resolve(root, named))) return inFolder(root, path, source, all);
  if (!isFile(resolve(root, named))) throw new UsageError(`there is no migration ${path}`);
  const listed = all.filter((migration) => migration.path === path);
  if (listed.length > 0) return listed;
  const undone = all.find(({ downPath }) => downPath === path);
  if (undone) throw new UsageError(`${path} takes ${undone.path} back: name that one`);
  const version = versionOf(path);
  return [{ ...plainMigration(path, new Set()), key: version ?? path, version }];
}

function inFolder(
  root: string,
  path: string,
  source: MigrationSource,
  all: readonly ListedMigration[],
): readonly ListedMigration[] {
  const inside = all.filter((migration) => path === '' || migration.path.startsWith(`${path}/`));
  const found = inside.length > 0 ? inside : migrationsOf(root, { ...source, folder: path });
  if (found.length > 0) return found;
  throw new UsageError(`${path} holds no migrations`, {
    remedy:
      'A migration is a file such as 20260101120000_add_status_to_users.rb, or SQL as its tool names it.',
  });
}

/** Reads a migration and, for SQL, its way back. */
export function readMigrationFile(
  root: string,
  migration: ListedMigration,
  source: MigrationSource,
): MigrationFile {
  return migrationFile(migration, source, (path) => readText(root, path));
}

/** A listed migration with its texts, wherever they are read from. */
export function migrationFile(
  { path, downPath, version, name, transaction }: ListedMigration,
  { tool, settings }: MigrationSource,
  read: (path: string) => string,
): MigrationFile {
  const text = read(path);
  if (tool === 'rails') return { path, text, version };
  const down = downPath === null ? null : { path: downPath, text: read(downPath) };
  return { path, text, version, tool, name, down, transaction, ...settings };
}
