import { basename } from 'node:path/posix';
import { byCodeUnits } from '../files.ts';
import { filesRightIn } from './folder.ts';
import { keysOf } from './history-table.ts';
import { listed } from './listed.ts';
import { NO_CONFIGURATION, type ToolRules } from './rules.ts';

/**
 * node-pg-migrate runs its files by the number that they begin with, where 17 digits are a date
 * down to milliseconds, and knows them by their names without the ending.
 * node-pg-migrate 8, src/utils/fileNameUtils.ts, src/utils/comparators.ts; table pgmigrations
 */
export const nodePgMigrate: ToolRules = {
  folders: [],
  configuration: NO_CONFIGURATION,
  list: (folder) =>
    filesRightIn(folder)
      .flatMap((path) => {
        const file = /^((\d+)(?:[_-](.*))?)\.sql$/.exec(basename(path));
        const [, key = '', version = '', name = ''] = file ?? [];
        return file ? [{ ...listed({ key, path, version, name }), time: timeOf(version) }] : [];
      })
      .toSorted((a, b) => Number(a.time) - Number(b.time) || byCodeUnits(a.path, b.path)),
  history: {
    name: 'pgmigrations',
    columns: ['id', 'name', 'run_on'],
    held: (rows, migrations) => {
      const names = new Set(rows.map((row) => row['name']));
      return keysOf(migrations, ({ key }) => names.has(key));
    },
  },
};

/** Milliseconds since 1970, or the number as it stands; the two are compared as they are. */
function timeOf(prefix: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})$/.exec(prefix);
  if (!parts) return Number(prefix);
  const [, year, month, day, hours, minutes, seconds, milliseconds] = parts.map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hours, minutes, seconds, milliseconds);
}
