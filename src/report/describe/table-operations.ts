import type { OperationOf } from '../../model/operation.ts';
import { count, describeRowSecurity } from '../words/index.ts';
import { ifMissing, ifThere, type Sentences, withDependents } from './sentence.ts';

export const TABLE_OPERATIONS: Sentences<
  | 'createTable'
  | 'dropTable'
  | 'renameTable'
  | 'setTableComment'
  | 'setTableOptions'
  | 'attachPartition'
  | 'detachPartition'
> = {
  createTable: ({ table, ifNotExists }) =>
    `Create the table ${table.name} with ${count(table.columns.length, 'column')}${ifMissing(ifNotExists)}.`,
  dropTable: ({ table, ifExists, cascade }) =>
    `Drop the table ${table} with all its rows${withDependents(cascade)}${ifThere(ifExists)}.`,
  renameTable: ({ from, to }) => `Rename the table ${from} to ${to}.`,
  setTableComment: ({ table, comment }) =>
    comment === null
      ? `Remove the comment of the table ${table}.`
      : `Set the comment of the table ${table} to “${comment}”.`,
  setTableOptions: (operation) =>
    `Set ${optionWords(operation).join(', ')} of the table ${operation.table}.`,
  attachPartition: ({ table, partition: { parent, bound } }) =>
    `Make the table ${table} a partition of ${parent} ${boundWords(bound)}.`,
  detachPartition: ({ table, concurrently }) =>
    `Detach the partition ${table} from its table${concurrently ? ' while both are used' : ''}.`,
};

/** What is set, each with what it is set to. A property that is left out stays as it is. */
function optionWords(given: OperationOf<'setTableOptions'>): readonly string[] {
  const { options, charset, collation, rowSecurity, replicaIdentity, clusteredBy, unlogged } =
    given;
  return [
    options === undefined ? [] : [`the options to ${options ?? 'the defaults'}`],
    charset === undefined ? [] : [`the character set to ${charset ?? 'the default'}`],
    collation === undefined ? [] : [`the collation to ${collation ?? 'the default'}`],
    rowSecurity === undefined ? [] : [`row security to ${describeRowSecurity(rowSecurity)}`],
    replicaIdentity === undefined
      ? []
      : [`the replica identity to ${replicaIdentity ?? 'the default'}`],
    clusteredBy === undefined ? [] : [`the order of CLUSTER to ${clusteredBy ?? 'none'}`],
    unlogged === undefined ? [] : [`logging to ${unlogged ? 'off' : 'on'}`],
  ].flat();
}

/** `for values from ('a') to ('b')` as the server prints it; the DEFAULT partition takes the rest. */
function boundWords(bound: string): string {
  return bound === 'DEFAULT' ? 'for all rows that no other takes' : bound;
}
