import { compareVersions } from '../versions.ts';
import { filesRightIn, type MigrationFolder } from './folder.ts';
import { keysOf } from './history-table.ts';
import { byNumber, numberedFiles, refuseTwins } from './numbered.ts';
import { NO_CONFIGURATION, type ToolRules } from './rules.ts';

/** Files `1_name.up.sql` with their `1_name.down.sql`, by number. */
export function upAndDownFiles(folder: MigrationFolder) {
  const files = new Set(filesRightIn(folder));
  return numberedFiles(folder, /^(?<version>\d+)_(?<name>.*)\.up\.sql$/)
    .map((migration) => {
      const down = migration.path.replace(/\.up\.sql$/, '.down.sql');
      return { ...migration, downPath: files.has(down) ? down : downOf(folder, migration.key) };
    })
    .toSorted(byNumber);
}

/** Another name does not part the two ways of one version. */
function downOf(folder: MigrationFolder, key: string): string | null {
  const downs = numberedFiles(folder, /^(?<version>\d+)_(?<name>.*)\.down\.sql$/);
  return downs.find((down) => down.key === key)?.path ?? null;
}

/**
 * golang-migrate takes `1_name.up.sql` and `1_name.down.sql` and runs them by number. Its table
 * holds one row, the newest version that ran.
 * golang-migrate v4.19, source/parse.go; database/postgres/postgres.go: SetVersion
 */
export const golangMigrate: ToolRules = {
  folders: [],
  configuration: NO_CONFIGURATION,
  list: (folder) => refuseTwins(upAndDownFiles(folder), 'golang-migrate'),
  history: {
    name: 'schema_migrations',
    columns: ['version', 'dirty'],
    held: (rows, migrations) => {
      const newest = rows.find((row) => /^\d+$/.test(row['version'] ?? ''))?.['version'] ?? '0';
      return keysOf(
        migrations,
        ({ version }) => version !== null && compareVersions(version, newest) <= 0,
      );
    },
  },
};
