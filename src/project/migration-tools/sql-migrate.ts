import { basename } from 'node:path/posix';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Engine } from '../../model/engine.ts';
import { own } from '../../model/own.ts';
import { byCodeUnits } from '../files.ts';
import { compareVersions } from '../versions.ts';
import { filesRightIn } from './folder.ts';
import { keysOf } from './history-table.ts';
import { listed } from './listed.ts';
import type { FoundConfiguration, ReadFile, ToolRules } from './rules.ts';
import { NO_SETTINGS } from './settings.ts';

const DIALECTS: { readonly [dialect: string]: Engine } = {
  postgres: 'postgresql',
  cloudsqlpostgres: 'postgresql',
  mysql: 'mysql',
  sqlite3: 'sqlite',
};

const environments = z.record(
  z.string(),
  z.looseObject({ dialect: z.string().optional(), dir: z.string().optional() }).nullable(),
);

/**
 * sql-migrate runs its `.sql` files by the number that they begin with, then those without one by
 * name, and knows them by their file names.
 * sql-migrate v1.8, migrate.go: Less; table gorp_migrations
 */
export const sqlMigrate: ToolRules = {
  folders: [],
  configuration,
  list: (folder) =>
    filesRightIn(folder)
      .flatMap((path) => {
        const key = basename(path);
        const file = /^(?:(\d+)[-_]?)?(.*)\.sql$/.exec(key);
        const [, version, name = ''] = file ?? [];
        return file ? [listed({ key, path, version: version ?? null, name })] : [];
      })
      .toSorted(
        (a, b) =>
          compareNumbers(a.version, b.version) || byCodeUnits(basename(a.path), basename(b.path)),
      ),
  history: {
    name: 'gorp_migrations',
    columns: ['id', 'applied_at'],
    held: (rows, migrations) => {
      const names = new Set(rows.map((row) => row['id']));
      return keysOf(migrations, ({ key }) => names.has(key));
    },
  },
};

function compareNumbers(a: string | null, b: string | null): number {
  if (a !== null && b !== null) return compareVersions(a, b);
  return a === b ? 0 : a === null ? 1 : -1;
}

/** `dbconfig.yml` has an entry for each environment; production counts, else the first. */
function configuration(read: ReadFile): FoundConfiguration | null {
  const path = 'dbconfig.yml';
  const text = read(path);
  const found = text === null ? null : environments.safeParse(parsed(text));
  if (!found?.success) return null;
  const { production, ...others } = found.data;
  const chosen = production ?? Object.values(others).find((each) => each !== null);
  return {
    path,
    folders: [chosen?.dir ?? 'migrations'],
    settings: NO_SETTINGS,
    engine: own(DIALECTS, chosen?.dialect ?? '') ?? null,
  };
}

function parsed(text: string): unknown {
  try {
    return parse(text, { logLevel: 'silent' });
  } catch {
    // A configuration that is no YAML tells nothing.
    return null;
  }
}
