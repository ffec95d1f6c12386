import { resolve } from 'node:path';
import { dirname } from 'node:path/posix';
import { InputError } from '../../model/errors.ts';
import { displayPath, isFile, isFolder, readTextIfPresent } from '../files.ts';
import { migrationsOf } from './migration-set.ts';
import { toolOfText } from './recognise.ts';
import { findMigrations, type MigrationSource, type StatedMigrations, sourceAt } from './source.ts';

/**
 * Where the migrations lie and what runs them, by what was named on the command line, else by the
 * configuration, else by what is found.
 *
 * @throws {InputError} when several folders or tools could be meant.
 */
export function sourceOf(
  root: string,
  named: readonly string[],
  stated: StatedMigrations,
): MigrationSource {
  const [first] = named;
  if (first === undefined) return findMigrations(root, stated);
  const path = displayPath(root, first).replace(/\/$/, '');
  if (isFolder(resolve(root, first))) return sourceAt(root, path, stated);
  if (!isFile(resolve(root, first))) return findMigrations(root, stated);
  const lists = (source: MigrationSource | null): source is MigrationSource =>
    source !== null &&
    migrationsOf(root, source).some((one) => one.path === path || one.downPath === path);
  const found = [
    () => attempt(() => findMigrations(root, stated)),
    () => attempt(() => sourceAt(root, dirname(path), stated)),
    () => attempt(() => sourceAt(root, dirname(dirname(path)), stated)),
  ];
  for (const find of found) {
    const source = find();
    if (lists(source)) return source;
  }
  return alone(root, path, stated);
}

/** Null where more than one could be meant: the file that was named decides then. */
function attempt(find: () => MigrationSource): MigrationSource | null {
  try {
    return find();
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** A file that no folder of migrations holds is read by the lines in it. */
function alone(root: string, path: string, stated: StatedMigrations): MigrationSource {
  if (stated.tool === null && !/\.sql$/i.test(path)) return findMigrations(root, stated);
  const text = readTextIfPresent(root, path) ?? '';
  const tool = stated.tool ?? { tool: toolOfText(text) ?? 'plain', by: path };
  const source = sourceAt(root, dirname(path), { ...stated, tool });
  const because = stated.tool ? source.because : `${path} was named by itself`;
  return { ...source, because };
}
