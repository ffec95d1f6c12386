import { z } from 'zod';
import type { Engine } from '../../model/engine.ts';
import { InputError } from '../../model/errors.ts';
import { own } from '../../model/own.ts';
import { type MigrationFolder, pathIn } from './folder.ts';
import { keysOf } from './history-table.ts';
import { listed } from './listed.ts';
import type { ToolRules } from './rules.ts';
import { NO_SETTINGS } from './settings.ts';

const DIALECTS: { readonly [dialect: string]: Engine } = {
  postgresql: 'postgresql',
  pg: 'postgresql',
  mysql: 'mysql',
  sqlite: 'sqlite',
  turso: 'sqlite',
};

const journal = z.looseObject({
  dialect: z.string(),
  entries: z.array(z.looseObject({ idx: z.number(), when: z.number(), tag: z.string() })),
});

/**
 * Drizzle runs what `meta/_journal.json` lists, in its order, and takes for run what is not newer
 * than the newest row of its table.
 * drizzle-orm 0.44, src/migrator.ts: readMigrationFiles; src/pg-core/dialect.ts: migrate
 */
export const drizzle: ToolRules = {
  folders: ['drizzle', 'drizzle/migrations'],
  configuration: (read) => {
    const folder = ['drizzle', 'drizzle/migrations', 'migrations', 'src/db/migrations'].find(
      (each) => read(`${each}/meta/_journal.json`) !== null,
    );
    if (folder === undefined) return null;
    const path = `${folder}/meta/_journal.json`;
    const engine = own(DIALECTS, journalOf(path, read(path) ?? '').dialect) ?? null;
    return { path, folders: [folder], settings: NO_SETTINGS, engine };
  },
  list: (folder) =>
    entriesOf(folder).map(({ tag, when }) =>
      listed({
        key: tag,
        path: pathIn(folder.path, `${tag}.sql`),
        version: String(when),
        name: tag.replace(/^\d+_/, ''),
      }),
    ),
  history: {
    name: '__drizzle_migrations',
    columns: ['id', 'hash', 'created_at'],
    held: (rows, migrations) => {
      const newest = Math.max(...rows.map((row) => Number(row['created_at'] ?? 0)));
      return keysOf(migrations, ({ version }) => Number(version) <= newest);
    },
  },
};

function entriesOf(folder: MigrationFolder) {
  const path = pathIn(folder.path, 'meta/_journal.json');
  const text = folder.read(path);
  return text === null ? [] : journalOf(path, text).entries.toSorted((a, b) => a.idx - b.idx);
}

/** @throws {InputError} when it is no journal. */
function journalOf(path: string, text: string): z.infer<typeof journal> {
  try {
    return journal.parse(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof z.ZodError)) throw error;
    throw new InputError(`${path} is no journal of Drizzle`, {
      remedy: 'It has "dialect" and "entries", each with "idx", "when" and "tag".',
    });
  }
}
