import { upAndDownFiles } from './golang-migrate.ts';
import { byVersion } from './history-table.ts';
import { byNumber, numberedFiles, plainNumber, refuseTwins } from './numbered.ts';
import { NO_CONFIGURATION, type ToolRules } from './rules.ts';

/**
 * SQLx takes `1_name.sql`, or `1_name.up.sql` with `1_name.down.sql`, and runs them by number.
 * SQLx 0.9, sqlx-core/src/migrate/source.rs; sqlx-postgres/src/migrate.rs
 */
export const sqlx: ToolRules = {
  folders: [],
  configuration: NO_CONFIGURATION,
  list: (folder) => {
    const simple = numberedFiles(
      folder,
      /^(?<version>\d+)_(?<name>(?:(?!\.(?:up|down)\.sql$).)*)\.sql$/,
    );
    return refuseTwins([...simple, ...upAndDownFiles(folder)].toSorted(byNumber), 'sqlx');
  },
  history: byVersion(
    '_sqlx_migrations',
    ['version', 'description', 'installed_on', 'success', 'checksum', 'execution_time'],
    'version',
    plainNumber,
  ),
};
