import type { Migration } from '../model/migration.ts';
import type { Schema } from '../model/schema.ts';
import type { Prediction, RollbackPrediction } from '../model/schema-file.ts';
import type {
  readMigrations as readRailsMigrations,
  readRollback as readRailsRollback,
} from './ruby/index.ts';
import type { SqlMigrationFile, TextFile } from './sql-migrations/file.ts';

/** A migration of Rails, or one in SQL with the tool that runs it. */
export type MigrationFile = TextFile | SqlMigrationFile;

/** What a reader of migrations needs besides them; `rails` and `project` count for those of Rails. */
export type ReadMigrationsOptions = Parameters<typeof readRailsMigrations>[2];

/** What a reader of a way back needs besides it; all of it counts for Rails alone. */
type RollbackOptions = Parameters<typeof readRailsRollback>[2];

/**
 * Runs migrations over a schema in the order given, and tells what each one does: those of Rails by
 * its rules, those in SQL by the rules of their tool.
 *
 * @param options.onRefused - is told of a migration that does not apply, which is passed over then.
 * @throws {InputError} when a migration does not apply, and `onRefused` is not given.
 */
export async function readMigrations(
  files: readonly MigrationFile[],
  before: Schema,
  options: ReadMigrationsOptions,
): Promise<Prediction> {
  let schema = before;
  const migrations: Migration[] = [];
  for (const stretch of stretchesOf(files)) {
    const prediction = await readStretch(stretch, schema, options);
    schema = prediction.after;
    migrations.push(...prediction.migrations);
  }
  return { before, after: schema, migrations };
}

/**
 * Takes one migration back: one of Rails as `rails db:rollback` does, one in SQL by the way down
 * that its author wrote.
 *
 * @throws {InputError} when the way back does not apply.
 */
export async function readRollback(
  file: MigrationFile,
  before: Schema,
  options: RollbackOptions,
): Promise<RollbackPrediction> {
  if (isSqlMigration(file)) {
    const { readSqlRollback } = await import('./sql-migrations/read.ts');
    return readSqlRollback(file, before);
  }
  const ruby = await import('./ruby/index.ts');
  return ruby.readRollback(file, before, options);
}

type Stretch =
  | { readonly sql: true; readonly files: readonly SqlMigrationFile[] }
  | { readonly sql: false; readonly files: readonly TextFile[] };

/** Neighbours of one language together: a migration of Rails may revert one before it. */
function stretchesOf(files: readonly MigrationFile[]): readonly Stretch[] {
  const sql = files.filter(isSqlMigration);
  if (sql.length === files.length) return [{ sql: true, files: sql }];
  if (sql.length === 0) return [{ sql: false, files }];
  return files.map((file) =>
    isSqlMigration(file) ? { sql: true, files: [file] } : { sql: false, files: [file] },
  );
}

async function readStretch(
  stretch: Stretch,
  before: Schema,
  options: ReadMigrationsOptions,
): Promise<Prediction> {
  if (stretch.sql) {
    const { readSqlMigrations } = await import('./sql-migrations/read.ts');
    return readSqlMigrations(stretch.files, before, options);
  }
  const ruby = await import('./ruby/index.ts');
  return ruby.readMigrations(stretch.files, before, options);
}

function isSqlMigration(file: MigrationFile): file is SqlMigrationFile {
  return 'tool' in file;
}
