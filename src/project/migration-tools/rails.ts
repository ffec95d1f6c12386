import { basename } from 'node:path/posix';
import { listed } from './listed.ts';
import { byNumber, refuseTwins } from './numbered.ts';
import { NO_CONFIGURATION, type ToolRules } from './rules.ts';

/**
 * Rails runs the `.rb` files of `db/migrate` and the folders in it by version.
 * ActiveRecord::MigrationContext#migration_files globs all levels.
 */
export const rails: ToolRules = {
  folders: ['db/migrate'],
  configuration: NO_CONFIGURATION,
  list: (folder) => {
    const found = folder.files().flatMap((path) => {
      const match = /^(\d+)_(.*)\.rb$/.exec(basename(path));
      const [, version = '', name = ''] = match ?? [];
      return match ? [{ ...listed({ key: version, path, version, name }), version }] : [];
    });
    return refuseTwins(found.toSorted(byNumber), 'rails');
  },
  // The schema file of Rails tells it, by its newest version or its list.
  history: null,
};
