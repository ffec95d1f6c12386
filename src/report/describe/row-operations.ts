import type { OperationOf } from '../../model/operation.ts';
import { listing } from '../words/index.ts';
import type { Sentences } from './sentence.ts';

export const ROW_OPERATIONS: Sentences<'changeRows' | 'runSql' | 'opaque'> = {
  changeRows: (operation) =>
    `${VERBS[operation.verb](operation)}${operation.batched ? ', in batches' : ''}.`,
  runSql: ({ purpose }) => `Run SQL that leaves the schema as it is: ${purpose}.`,
  opaque: ({ reason, touches }) =>
    `Not understood, because ${reason}${touches.length === 0 ? '' : `; it names ${listing(touches)}`}.`,
};

type RowChange = OperationOf<'changeRows'>;

const VERBS: { readonly [V in RowChange['verb']]: (operation: RowChange) => string } = {
  insert: ({ table }) => `Insert rows into ${tableWords(table)}`,
  update: (operation) => `Update ${rowWords(operation)} of ${tableWords(operation.table)}`,
  delete: (operation) => `Delete ${rowWords(operation)} of ${tableWords(operation.table)}`,
  truncate: ({ table }) => `Delete all rows of ${tableWords(table)}`,
  unknown: ({ table }) => `Change rows of ${tableWords(table)} in a way that is not known`,
};

const SCOPES: { readonly [S in RowChange['scope']]: string } = {
  whole: 'all rows',
  part: 'some rows',
  unknown: 'rows',
};

function rowWords({ scope }: RowChange): string {
  return SCOPES[scope];
}

function tableWords(table: string | null): string {
  return table ?? 'a table that is not known';
}
