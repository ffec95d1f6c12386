import { basename, dirname } from 'node:path/posix';
import type { Engine } from '../../model/engine.ts';
import { own } from '../../model/own.ts';
import { byCodeUnits } from '../files.ts';
import { keysOf } from './history-table.ts';
import { listed } from './listed.ts';
import type { ToolRules } from './rules.ts';
import { NO_SETTINGS, valuesOf } from './settings.ts';

const PROVIDERS: { readonly [provider: string]: Engine } = {
  postgresql: 'postgresql',
  postgres: 'postgresql',
  mysql: 'mysql',
  sqlite: 'sqlite',
};

/**
 * Prisma takes folders with a `migration.sql`, in the order of their names, and knows them by these.
 * https://www.prisma.io/docs/orm/prisma-migrate/understanding-prisma-migrate/migration-histories
 */
export const prisma: ToolRules = {
  folders: ['prisma/migrations'],
  configuration: (read) => {
    const path = 'prisma/migrations/migration_lock.toml';
    const text = read(path);
    if (text === null) return null;
    const engine = own(PROVIDERS, valuesOf(text).get('provider') ?? '') ?? null;
    return { path, folders: ['prisma/migrations'], settings: NO_SETTINGS, engine };
  },
  list: (folder) =>
    folder
      .files()
      .filter((path) => basename(path) === 'migration.sql')
      .map((path) => {
        const key = basename(dirname(path));
        const [, version, name = key] = /^(\d+)_(.*)$/.exec(key) ?? [];
        return listed({ key, path, version: version ?? null, name });
      })
      .toSorted((a, b) => byCodeUnits(a.key, b.key)),
  history: {
    name: '_prisma_migrations',
    columns: [
      'id',
      'checksum',
      'finished_at',
      'migration_name',
      'logs',
      'rolled_back_at',
      'started_at',
      'applied_steps_count',
    ],
    held: (rows, migrations) => {
      const ran = rows.filter(
        (row) => row['finished_at'] !== null && row['rolled_back_at'] === null,
      );
      const names = new Set(ran.map((row) => row['migration_name']));
      return keysOf(migrations, ({ key }) => names.has(key));
    },
  },
};
