import { posix } from 'node:path';
import { InputError, UsageError } from '../../model/errors.ts';
import type { ProjectFiles } from '../../model/schema-file.ts';
import { folderOf } from '../migration-tools/folder.ts';
import { findMigrationsIn, type StatedMigrations } from '../migration-tools/source.ts';
import { TOOLS } from '../migration-tools/tools.ts';
import { CommitFiles } from './commit-files.ts';
import { GitObjects } from './objects.ts';
import type { HistoryQuestion } from './plans.ts';
import type { Repository } from './repository.ts';

/** Where a project's migrations lie, and whether its history is one of SQL migrations. */
export type HistorySource = Pick<HistoryQuestion, 'migrationsFolder' | 'sql'>;

/**
 * Finds the migrations of a project as it stands at HEAD: where Rails has them, else where another
 * tool keeps them. Where nothing is found it is the folder of Rails.
 *
 * @param prefix - of the project, from the root of the repository, empty or with `/` at its end.
 * @throws {UsageError} when the stated folder is not there, or several folders or tools could be meant.
 */
export function migrationsAtHead(
  repository: Repository,
  prefix: string,
  stated: StatedMigrations,
): HistorySource {
  const objects = new GitObjects(repository);
  try {
    const files = new CommitFiles(objects, prefix, [], () => true).at(repository.head, new Map());
    return sourceAmong(files, stated);
  } catch (error) {
    if (!(error instanceof InputError) || error instanceof UsageError) throw error;
    throw new UsageError(error.message, {
      remedy: 'Name their folder with --migrations FOLDER, or what runs them with --tool TOOL.',
    });
  } finally {
    objects.close();
  }
}

function sourceAmong(files: ProjectFiles, stated: StatedMigrations): HistorySource {
  const folder = (path: string) => folderOf(files, path);
  const has = (path: string) => folder(path).files().length > 0;
  if (stated.folder !== null && !has(stated.folder)) {
    throw new UsageError(`there is no folder ${stated.folder} at HEAD`, {
      remedy:
        'Name the folder of the migrations with --migrations FOLDER, from the folder of the project.',
    });
  }
  const ofRails = folder(stated.folder ?? 'db/migrate');
  if (stated.tool === null && TOOLS.rails.list(ofRails).length > 0) return railsIn(ofRails.path);
  const source = findMigrationsIn({ read: files.read, has, folder }, stated);
  if (source.tool === 'rails') return railsIn(source.folder);
  // Sqitch's plan stands above the scripts that it deploys.
  const isAbove = source.tool === 'sqitch' && posix.basename(source.folder) !== 'deploy';
  const scripts = isAbove ? posix.join(source.folder, 'deploy') : source.folder;
  return { migrationsFolder: scripts, sql: stated };
}

function railsIn(migrationsFolder: string): HistorySource {
  return { migrationsFolder, sql: null };
}
