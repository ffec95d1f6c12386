import type { OperationOf } from '../../model/operation.ts';
import { findTable } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import { type BaseReviews, mandatory, type ReviewEntry, spot, thorough } from './entry.ts';

export const constraintReviews: Pick<
  BaseReviews,
  | 'addPrimaryKey'
  | 'dropPrimaryKey'
  | 'addIndex'
  | 'dropIndex'
  | 'renameIndex'
  | 'setIndexEnabled'
  | 'addForeignKey'
  | 'dropForeignKey'
  | 'addCheckConstraint'
  | 'dropCheckConstraint'
  | 'addUniqueConstraint'
  | 'dropUniqueConstraint'
  | 'addExclusionConstraint'
  | 'dropExclusionConstraint'
  | 'validateConstraint'
  | 'renameConstraint'
> = {
  addPrimaryKey: ({ table }) => mandatory(`the primary key of ${table} changes`),
  dropPrimaryKey: ({ table }) => mandatory(`the primary key of ${table} changes`),
  addIndex,
  dropIndex({ table, index }, context) {
    const dropped = findTable(context.before, table)?.indexes.find(({ name }) => name === index);
    return dropped?.unique
      ? mandatory(`${index} keeps duplicates out of ${table} no longer`)
      : thorough(`queries on ${table} lose ${index}, and building it again takes its time`);
  },
  renameIndex: ({ from }) => spot(`only statements that name ${from} notice`),
  setIndexEnabled: ({ index }) => thorough(`queries lose or win the index ${index}`),
  addForeignKey: ({ table, foreignKey }, context) =>
    checkedRows(table, foreignKey.name, foreignKey.validated, context),
  dropForeignKey: ({ table, foreignKey }) => dropped(table, foreignKey),
  addCheckConstraint: ({ table, checkConstraint }, context) =>
    checkedRows(table, checkConstraint.name, checkConstraint.validated, context),
  dropCheckConstraint: ({ table, checkConstraint }) => dropped(table, checkConstraint),
  addUniqueConstraint: ({ table }) => thorough(`it fails when ${table} holds duplicates`),
  dropUniqueConstraint: ({ table, uniqueConstraint }) => dropped(table, uniqueConstraint),
  addExclusionConstraint: ({ exclusionConstraint }) =>
    mandatory(`${exclusionConstraint.name} has no form that lets reads and writes through`),
  dropExclusionConstraint: ({ table, exclusionConstraint }) => dropped(table, exclusionConstraint),
  validateConstraint: ({ constraint }) => thorough(`it fails when a row breaks ${constraint}`),
  renameConstraint: ({ from }) => spot(`only statements that name ${from} notice`),
};

function addIndex(
  { table, index, concurrently }: OperationOf<'addIndex'>,
  context: RuleContext,
): ReviewEntry {
  const size = context.sizeOf(table).class;
  // SQLite's one lock is on the database: no form of the statement is without it.
  const blocks = context.locks.some(
    ({ blocksWrites, level }) => blocksWrites && level.engine !== 'sqlite',
  );
  if (size === 'large' && blocks && !concurrently) {
    return mandatory(`${index.name} is built while writes to ${context.withSize(table)} wait`);
  }
  if (index.unique) return thorough(`${index.name} cannot be built over duplicates`);
  return size === 'small'
    ? spot(`an index on a small table, ${context.withSize(table)}, is built at once`)
    : thorough(`${index.name} is built over ${context.withSize(table)}`);
}

/** A constraint whose rows are checked in the same step, or later. */
function checkedRows(
  table: string,
  name: string,
  validated: boolean,
  context: RuleContext,
): ReviewEntry {
  if (!validated) return thorough(`${name} holds for new rows at once`);
  return context.sizeOf(table).class === 'small'
    ? thorough(`it fails when a row breaks ${name}`)
    : mandatory(`${name} is checked in one step for every row of ${context.withSize(table)}`);
}

function dropped(table: string, name: string): ReviewEntry {
  return thorough(`rows that break ${name} can enter ${table}, and then keep it from coming back`);
}
