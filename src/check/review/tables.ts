import type { OperationOf } from '../../model/operation.ts';
import type { RuleContext } from '../context.ts';
import { type BaseReviews, mandatory, type ReviewEntry, spot, thorough } from './entry.ts';

export const tableReviews: Pick<
  BaseReviews,
  | 'createTable'
  | 'dropTable'
  | 'renameTable'
  | 'setTableComment'
  | 'setTableOptions'
  | 'attachPartition'
  | 'detachPartition'
  | 'createVirtualTable'
  | 'dropVirtualTable'
  | 'changeRows'
  | 'runSql'
  | 'opaque'
> = {
  createTable,
  dropTable: ({ table }) =>
    mandatory(`the rows of ${table} cannot come back from the schema alone`),
  renameTable: ({ from }) => thorough(`running code that uses ${from} fails at once`),
  setTableComment: () => spot('a comment changes nothing else'),
  setTableOptions: ({ table }, { locks }) =>
    locks.some(({ work }) => work === 'rewrite')
      ? mandatory(`setting the options of ${table} writes all of its rows anew`)
      : thorough(`the storage options of ${table} change`),
  attachPartition: ({ table, partition: { parent } }) =>
    thorough(`the rows of ${table} become rows of ${parent}`),
  detachPartition: ({ table }) =>
    mandatory(`the rows of ${table} leave the table that they are part of`),
  createVirtualTable: () => spot('nothing uses a new table yet'),
  dropVirtualTable: ({ virtualTable }) =>
    mandatory(`the rows of ${virtualTable} cannot come back from the schema alone`),
  changeRows,
  runSql: () => thorough('raw SQL runs, of which no change to the schema is known'),
  opaque: ({ reason }) => mandatory(`it was not understood (${reason})`),
};

function createTable({ table }: OperationOf<'createTable'>, context: RuleContext): ReviewEntry {
  const parents = new Set(
    table.foreignKeys
      .map(({ toTable }) => toTable)
      .filter((parent) => parent !== table.name && !context.isNewTable(parent)),
  );
  if (parents.size > 1) {
    return mandatory(`its foreign keys lock ${[...parents].join(', ')} in one statement`);
  }
  if (parents.size === 1) return thorough(`its foreign key locks ${[...parents].join('')}`);
  return spot('nothing uses a new table yet');
}

function changeRows({ table, verb }: OperationOf<'changeRows'>): ReviewEntry {
  const rows = table === null ? 'rows of a table that could not be told' : `rows of ${table}`;
  if (verb === 'insert')
    return thorough(`it adds ${rows}, which a rollback finds by their keys alone`);
  if (verb === 'update')
    return mandatory(`it overwrites ${rows}, whose old values no rollback knows`);
  if (verb === 'unknown') return mandatory(`it changes ${rows}, in a way that could not be told`);
  return mandatory(`it deletes ${rows} for good`);
}
