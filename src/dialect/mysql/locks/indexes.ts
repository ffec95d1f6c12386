import { findTable } from '../../../model/schema.ts';
import type { LockTable } from '../../lock-table.ts';
import { claim, inplace } from './claim.ts';

export const indexLocks: Pick<
  LockTable,
  'addIndex' | 'dropIndex' | 'renameIndex' | 'setIndexEnabled'
> = {
  addIndex({ table, index }, before) {
    if (index.kind === null) return [claim(table, 'inplace', 'none', 'indexBuild')];
    // Only the first FULLTEXT index of a table rebuilds it, to add the hidden FTS_DOC_ID column.
    const first = !findTable(before, table)?.indexes.some(({ kind }) => kind === 'fulltext');
    const rebuilds = index.kind === 'fulltext' && first;
    return [claim(table, 'inplace', 'shared', rebuilds ? 'rewrite' : 'indexBuild')];
  },
  dropIndex: ({ table }) => [inplace(table)],
  renameIndex: ({ table }) => [inplace(table)],
  setIndexEnabled: ({ table }) => [inplace(table)],
};
