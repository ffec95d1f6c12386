import { byCodeUnits } from '../files.ts';
import { byVersion } from './history-table.ts';
import { numberedFiles } from './numbered.ts';
import { NO_CONFIGURATION, type ToolRules } from './rules.ts';

/**
 * Atlas runs its `.sql` files in the order of their names, and knows them by what stands before the
 * first `_`. https://atlasgo.io/concepts/migration-directory
 */
export const atlas: ToolRules = {
  folders: [],
  configuration: NO_CONFIGURATION,
  list: (folder) =>
    numberedFiles(folder, /^(?<version>\d+)(?:_(?<name>.*))?\.sql$/)
      .map((migration) => ({ ...migration, key: migration.version }))
      .toSorted((a, b) => byCodeUnits(a.path, b.path)),
  history: byVersion('atlas_schema_revisions', ['version', 'description', 'type'], 'version'),
};
