import { keysOf } from './history-table.ts';
import { byNumber, numberedFiles, plainNumber, refuseTwins } from './numbered.ts';
import { NO_CONFIGURATION, type ToolRules } from './rules.ts';

/**
 * goose takes `.sql` files with a number above zero before the first `_`, a timestamp or a sequence
 * number, and runs them by it. Its table has a row for each run, the newest of a version counts.
 * goose v3.27, migration.go: NumericComponent; internal/dialects/postgres.go
 */
export const goose: ToolRules = {
  folders: [],
  configuration: NO_CONFIGURATION,
  list: (folder) => {
    const found = numberedFiles(folder, /^(?<version>\d+)_(?<name>.*)\.sql$/);
    return refuseTwins(found.filter(({ key }) => key !== '0').toSorted(byNumber), 'goose');
  },
  history: {
    name: 'goose_db_version',
    columns: ['id', 'version_id', 'is_applied', 'tstamp'],
    held: (rows, migrations) => {
      const applied = new Map(
        rows.map((row) => [
          row['version_id'] ?? '',
          /^(?:t|true|1)$/i.test(row['is_applied'] ?? ''),
        ]),
      );
      return keysOf(migrations, ({ version }) => applied.get(plainNumber(version ?? '')) === true);
    },
  },
};
