import { byCodeUnits } from '../files.ts';
import { byVersion } from './history-table.ts';
import { numberedFiles } from './numbered.ts';
import { NO_CONFIGURATION, type ToolRules } from './rules.ts';

/**
 * dbmate takes files that begin with digits and end in `.sql`, sorts them by name, and knows them
 * by their digits.
 * dbmate 2.35, pkg/dbmate/db.go: migrationFileRegexp, FindMigrations
 */
export const dbmate: ToolRules = {
  folders: ['db/migrations'],
  configuration: NO_CONFIGURATION,
  list: (folder) =>
    numberedFiles(folder, /^(?<version>\d+)_?(?<name>.*)\.sql$/)
      .map((migration) => ({ ...migration, key: migration.version }))
      .toSorted((a, b) => byCodeUnits(a.path, b.path)),
  history: byVersion('schema_migrations', ['version'], 'version'),
};
