import { describeIndex } from '../words/index.ts';
import { ifMissing, ifThere, type Sentences } from './sentence.ts';

export const INDEX_OPERATIONS: Sentences<
  'addIndex' | 'dropIndex' | 'renameIndex' | 'setIndexEnabled'
> = {
  addIndex: ({ table, index, ifNotExists, concurrently }) =>
    `Add the index ${index.name} to ${table}${meanwhile(concurrently)}${ifMissing(ifNotExists)}: ${describeIndex(index)}.`,
  dropIndex: ({ table, index, ifExists, concurrently }) =>
    `Drop the index ${index} of ${table}${meanwhile(concurrently)}${ifThere(ifExists)}.`,
  renameIndex: ({ table, from, to }) => `Rename the index ${from} of ${table} to ${to}.`,
  setIndexEnabled: ({ table, index, enabled }) =>
    enabled
      ? `Let queries use the index ${index} of ${table} again.`
      : `Keep the index ${index} of ${table}, but let no query use it.`,
};

function meanwhile(concurrently: boolean): string {
  return concurrently ? ' while reading and writing go on' : '';
}
