import { basename } from 'node:path/posix';
import { InputError } from '../../model/errors.ts';
import { MIGRATION_TOOL_NAMES, type MigrationTool } from '../../model/migration-tool.ts';
import { byCodeUnits } from '../files.ts';
import { compareVersions } from '../versions.ts';
import { filesRightIn, type MigrationFolder } from './folder.ts';
import { type ListedMigration, listed } from './listed.ts';

/** A migration for each file of the folder that the pattern with `version` and `name` fits. */
export function numberedFiles(
  folder: MigrationFolder,
  pattern: RegExp,
): readonly (ListedMigration & { readonly version: string })[] {
  return filesRightIn(folder).flatMap((path) => {
    const { version, name } = pattern.exec(basename(path))?.groups ?? {};
    if (version === undefined) return [];
    return [{ ...listed({ key: plainNumber(version), path, version, name: name ?? '' }), version }];
  });
}

/** Leading zeros do not count where a version is a number. */
export function plainNumber(version: string): string {
  return version.replace(/^0+(?=\d)/, '');
}

/** By version as a number, then by path. */
export function byNumber(
  a: ListedMigration & { readonly version: string },
  b: ListedMigration & { readonly version: string },
): number {
  return compareVersions(a.version, b.version) || byCodeUnits(a.path, b.path);
}

/** @throws {InputError} when two migrations have one key, which the tool refuses. */
export function refuseTwins<T extends ListedMigration>(
  migrations: readonly T[],
  tool: MigrationTool,
): readonly T[] {
  const seen = new Map<string, string>();
  for (const { key, path } of migrations) {
    const other = seen.get(key);
    if (other !== undefined) {
      const [first, second] = [other, path].sort(byCodeUnits);
      throw new InputError(`${second} has the same version as ${first}`, {
        remedy: `${MIGRATION_TOOL_NAMES[tool]} refuses two migrations with one version: rename one of them.`,
      });
    }
    seen.set(key, path);
  }
  return migrations;
}
