import { InputError } from '../../model/errors.ts';
import type { ProjectFiles } from '../../model/schema-file.ts';
import { folderOf } from '../migration-tools/folder.ts';
import { migrationFile } from '../migration-tools/migration-set.ts';
import {
  type MigrationSource,
  type StatedMigrations,
  sourceIn,
} from '../migration-tools/source.ts';
import { TOOLS } from '../migration-tools/tools.ts';
import type { MigrationFile } from '../selection.ts';

/** The SQL files that a commit adds to the folder, and the project at that commit. */
export interface CommitWithSql {
  readonly migrations: readonly MigrationFile[];
  readonly files: ProjectFiles;
}

/** What of a commit's SQL files runs. */
export interface SqlMigrationsOfCommit {
  readonly migrations: readonly MigrationFile[];
  readonly engineOfTool: MigrationSource['engine'];
  readonly refusal: InputError | null;
}

/**
 * Those of a commit's files that are migrations, in the order in which their tool runs them. The
 * tool is told by the files as they were at that commit, unless it is stated. Ways back are not
 * read: a replay never takes a migration back.
 */
export function sqlMigrationsAt(
  { migrations, files }: CommitWithSql,
  folderPath: string,
  stated: StatedMigrations,
): SqlMigrationsOfCommit {
  const added = new Map(migrations.map(({ path, text }) => [path, text]));
  const read = (path: string) => added.get(path) ?? files.read(path);
  const folder = folderOf({ ...files, read }, folderPath);
  try {
    const source = sourceIn(folder, stated);
    const listed = TOOLS[source.tool].list(folder);
    return {
      migrations: listed
        .filter(({ path, isBaseline }) => added.has(path) && !isBaseline)
        .map((one) =>
          migrationFile({ ...one, downPath: null }, source, (path) => added.get(path) ?? ''),
        ),
      engineOfTool: source.engine,
      refusal: null,
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { migrations, engineOfTool: null, refusal: error };
  }
}
