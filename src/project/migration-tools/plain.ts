import { basename } from 'node:path/posix';
import { byCodeUnits } from '../files.ts';
import { compareVersions } from '../versions.ts';
import { filesRightIn } from './folder.ts';
import { type ListedMigration, listed } from './listed.ts';
import { NO_CONFIGURATION, type ToolRules } from './rules.ts';

/**
 * Files that no tool is known to run: `NAME.sql`, or `NAME.up.sql` with `NAME.down.sql`. Those that
 * begin with a number come first, by it; the others by name.
 */
export const plain: ToolRules = {
  folders: [],
  configuration: NO_CONFIGURATION,
  list: (folder) => {
    const files = new Set(filesRightIn(folder));
    return [...files]
      .filter((path) => /\.sql$/i.test(path) && !/[._-]down\.sql$/i.test(path))
      .map((path) => plainMigration(path, files))
      .toSorted(inOrder);
  },
  history: null,
};

/** One file as a migration. */
export function plainMigration(path: string, files: ReadonlySet<string>): ListedMigration {
  const down = path.replace(/([._-])up(\.sql)$/i, '$1down$2');
  const stem = basename(path).replace(/(?:[._-]up)?\.sql$/i, '');
  const [, version, name = stem] = /^(\d+)[._-]+(.*)$/.exec(stem) ?? [];
  return listed({
    key: path,
    path,
    version: version ?? null,
    name,
    downPath: down !== path && files.has(down) ? down : null,
  });
}

function inOrder(a: ListedMigration, b: ListedMigration): number {
  if (a.version !== null && b.version !== null) {
    return compareVersions(a.version, b.version) || byCodeUnits(a.path, b.path);
  }
  if (a.version === b.version) return byCodeUnits(a.path, b.path);
  return a.version === null ? 1 : -1;
}
