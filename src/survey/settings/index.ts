import type { Engine } from '../../model/engine.ts';
import type { ProjectFacts, StatedSetting } from '../../model/project-facts.ts';
import type { ProjectFiles } from '../../model/schema-file.ts';
import { readDatabaseYml } from './database-yml.ts';
import { partialInserts } from './partial-inserts.ts';
import { assignedIn } from './ruby-lines.ts';

export type SettingFacts = Pick<
  ProjectFacts,
  'lockTimeout' | 'statementTimeout' | 'partialInserts' | 'strictSqlMode' | 'settingsRead'
>;

/** What each engine calls the wait for a lock of the schema; SQLite waits for the whole file. */
const LOCK_VARIABLE: { readonly [E in Engine]: string } = {
  postgresql: 'lock_timeout',
  mysql: 'lock_wait_timeout',
  sqlite: 'busy_timeout',
};

/** MySQL and MariaDB have a name of their own each. */
const STATEMENT_VARIABLES: { readonly [E in Engine]: readonly string[] } = {
  postgresql: ['statement_timeout'],
  mysql: ['max_statement_time', 'max_execution_time'],
  sqlite: [],
};

/**
 * The settings under which migrations run. strong_migrations and online_migrations set their
 * timeouts when a migration begins, over those that `config/database.yml` gave to the session.
 *
 * @param database - the database of a project with several; null for the primary one.
 */
export function readSettings(
  files: ProjectFiles,
  engine: Engine,
  database: string | null,
): SettingFacts {
  const text = files.read('config/database.yml');
  const yml = readDatabaseYml(text, database);
  return {
    lockTimeout:
      ofGems(files, LOCK_TARGETS) ?? ofRetrier(files) ?? yml.variable(LOCK_VARIABLE[engine]),
    statementTimeout:
      ofGems(files, STATEMENT_TARGETS) ??
      STATEMENT_VARIABLES[engine].map(yml.variable).find((each) => each !== null) ??
      null,
    partialInserts: partialInserts(files),
    strictSqlMode: yml.strictSqlMode,
    settingsRead: text !== null,
  };
}

/** A retrier of online_migrations sets a lock timeout for each of its attempts. */
const LOCK_TARGETS: readonly RegExp[] = [
  /StrongMigrations\.lock_timeout/,
  /(?:OnlineMigrations\.)?config\.lock_retrier/,
];
const STATEMENT_TARGETS: readonly RegExp[] = [
  /StrongMigrations\.statement_timeout/,
  /(?:OnlineMigrations\.)?config\.statement_timeout/,
];

function ofGems(files: ProjectFiles, targets: readonly RegExp[]): StatedSetting | null {
  const paths = files.list('config/initializers').filter((path) => path.endsWith('.rb'));
  for (const target of targets) {
    for (const path of paths) {
      const text = files.read(path);
      // `config` is what many gems call their own settings.
      if (!/StrongMigrations|OnlineMigrations/.test(text ?? '')) continue;
      const stated = assignedIn(text, path, target);
      if (stated && !/^(?:nil|false)\b/.test(stated.value)) return stated;
    }
  }
  return null;
}

/**
 * online_migrations tries a migration again and again with a lock timeout of 0.2 seconds, unless the
 * project sets another retrier, or none.
 *
 * @see {@link https://github.com/fatkodima/online_migrations/blob/v0.27.0/lib/online_migrations/config.rb}
 */
function ofRetrier(files: ProjectFiles): StatedSetting | null {
  const lines = (files.read('Gemfile.lock') ?? '').split('\n');
  const line = lines.findIndex((each) => /^ {4}online_migrations \(/.test(each)) + 1;
  const isOff = files
    .list('config/initializers')
    .some((path) => /^\s*config\.lock_retrier\s*=\s*nil\b/m.test(files.read(path) ?? ''));
  if (line === 0 || isOff) return null;
  return { value: '0.2.seconds', source: { path: 'Gemfile.lock', line, column: 5, endLine: line } };
}
