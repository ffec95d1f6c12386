import { findTable } from '../../../model/schema.ts';
import type { LockTable } from '../../lock-table.ts';
import { claimsOn } from './claim.ts';
import { hasFulltext } from './table-traits.ts';

export const indexLocks: Pick<
  LockTable,
  'addIndex' | 'dropIndex' | 'renameIndex' | 'setIndexEnabled'
> = {
  addIndex({ table: name, index }, before, _after, server) {
    const { indexes, rebuild } = claimsOn(server);
    if (index.kind === null) return [indexes(name, 'indexBuild')];
    const table = findTable(before, name);
    // Only the first FULLTEXT index of a table rebuilds it, to add the hidden FTS_DOC_ID column.
    const isFirst = index.kind === 'fulltext' && !(table && hasFulltext(table));
    return [isFirst ? rebuild(name, 'shared') : indexes(name, 'indexBuild', 'shared')];
  },
  dropIndex: ({ table }, _before, _after, server) => [claimsOn(server).indexes(table, 'catalog')],
  renameIndex: ({ table }, _before, _after, server) => [claimsOn(server).metadata(table)],
  setIndexEnabled: ({ table }, _before, _after, server) => [claimsOn(server).metadata(table)],
};
