import { basename, dirname } from 'node:path/posix';
import { byCodeUnits } from '../files.ts';
import { type MigrationFolder, pathIn } from './folder.ts';
import { byVersion } from './history-table.ts';
import { listed } from './listed.ts';
import { refuseTwins } from './numbered.ts';
import type { ToolRules } from './rules.ts';
import { NO_SETTINGS, valuesOf } from './settings.ts';

/**
 * Diesel takes folders with an `up.sql`. The version is what stands before the first `_` of the
 * folder's name, without hyphens, and orders as text.
 * Diesel 2.3, diesel_migrations/migrations_internals/src/lib.rs; diesel/src/migration/mod.rs
 */
export const diesel: ToolRules = {
  folders: [],
  configuration: (read) => {
    const path = 'diesel.toml';
    const text = read(path);
    if (text === null) return null;
    const folder = valuesOf(text).get('migrations_directory.dir') ?? 'migrations';
    return { path, folders: [folder], settings: NO_SETTINGS, engine: null };
  },
  list: (folder) => {
    const files = new Set(folder.files());
    const found = [...files]
      .filter((path) => basename(path) === 'up.sql' && depthIn(folder, path) === 2)
      .map((path) => {
        const [version = '', ...words] = basename(dirname(path)).split('_');
        const key = version.replaceAll('-', '');
        const down = pathIn(dirname(path), 'down.sql');
        return listed({
          key,
          path,
          version: key,
          name: words.join('_'),
          downPath: files.has(down) ? down : null,
          transaction: transactionOf(folder, pathIn(dirname(path), 'metadata.toml')),
        });
      });
    return refuseTwins(found, 'diesel').toSorted((a, b) => byCodeUnits(a.key, b.key));
  },
  history: byVersion('__diesel_schema_migrations', ['version', 'run_on'], 'version'),
};

function depthIn(folder: MigrationFolder, path: string): number {
  const above = folder.path === '' || folder.path === '.' ? 0 : folder.path.split('/').length;
  return path.split('/').length - above;
}

function transactionOf(folder: MigrationFolder, metadata: string): boolean | null {
  const text = folder.read(metadata);
  const value = text === null ? undefined : valuesOf(text).get('run_in_transaction');
  return value === undefined ? null : value === 'true';
}
