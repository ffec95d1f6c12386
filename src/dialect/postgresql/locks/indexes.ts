import { serverAtLeast } from '../../../model/server.ts';
import type { LockTable } from '../../lock-table.ts';
import { claim, EXPLICIT_LOCKING, RELEASE_12 } from './claim.ts';
import { partitions, throughout } from './family.ts';

export const indexLocks: Pick<
  LockTable,
  'addIndex' | 'dropIndex' | 'renameIndex' | 'setIndexEnabled'
> = {
  addIndex({ table, concurrently, only }, before) {
    if (concurrently) return [claim(table, 'shareUpdateExclusive', 'indexBuild', EXPLICIT_LOCKING)];
    const names = only ? [] : partitions(before, table);
    return throughout(before, claim(table, 'share', 'indexBuild'), names);
  },
  dropIndex: ({ table, concurrently }, before) =>
    concurrently
      ? [claim(table, 'shareUpdateExclusive', 'catalog', EXPLICIT_LOCKING)]
      : throughout(before, claim(table, 'accessExclusive', 'catalog'), partitions(before, table)),
  // ALTER INDEX RENAME locks the index alone, from PostgreSQL 12 on so that queries go on with it.
  // Before, every query of the table waits, since it opens the table's indexes.
  renameIndex: ({ table }, _before, _after, server) =>
    serverAtLeast(server, 12) ? [] : [claim(table, 'accessExclusive', 'catalog', RELEASE_12)],
  setIndexEnabled: () => [],
};
