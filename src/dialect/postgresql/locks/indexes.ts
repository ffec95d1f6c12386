import type { LockTable } from '../../lock-table.ts';
import { claim, EXPLICIT_LOCKING } from './claim.ts';

export const indexLocks: Pick<
  LockTable,
  'addIndex' | 'dropIndex' | 'renameIndex' | 'setIndexEnabled'
> = {
  addIndex: ({ table, concurrently }) => [
    concurrently
      ? claim(table, 'shareUpdateExclusive', 'indexBuild', EXPLICIT_LOCKING)
      : claim(table, 'share', 'indexBuild'),
  ],
  dropIndex: ({ table, concurrently }) => [
    concurrently
      ? claim(table, 'shareUpdateExclusive', 'catalog', EXPLICIT_LOCKING)
      : claim(table, 'accessExclusive', 'catalog'),
  ],
  // ALTER INDEX RENAME locks the index alone (SHARE UPDATE EXCLUSIVE from PostgreSQL 12 on).
  renameIndex: () => [],
  setIndexEnabled: () => [],
};
