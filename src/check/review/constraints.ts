import type { OperationOf } from '../../model/operation.ts';
import { findTable } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import { missesRowsInBuilds } from '../faulty-builds.ts';
import { partitionKeyOf } from '../partitions.ts';
import { dropIndex } from './drop-index.ts';
import { type Classified, type Classifiers, classified, mandatoryIf } from './entry.ts';
import { hotParent } from './hot-parent.ts';
import { addUnique, writesWait } from './unique.ts';
import { whoNames } from './who-names.ts';

export const constraintClassifiers: Pick<
  Classifiers,
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
  addPrimaryKey: ({ table }) =>
    classified('change-primary-key', `the primary key of ${table} changes`),
  dropPrimaryKey: ({ table }) =>
    classified('change-primary-key', `the primary key of ${table} changes`),
  addIndex,
  dropIndex,
  renameIndex: ({ from }, context) => renamed('rename-index', from, context),
  setIndexEnabled: ({ index }) =>
    classified('set-index-enabled', `queries lose or gain the index ${index}`),
  addForeignKey: ({ table, foreignKey }, context) =>
    checkedRows('add-foreign-key', table, foreignKey, context),
  dropForeignKey,
  addCheckConstraint: ({ table, checkConstraint }, context) =>
    checkedRows('add-check', table, checkConstraint, context),
  dropCheckConstraint: ({ table, checkConstraint }) => dropped(table, checkConstraint),
  addUniqueConstraint: ({ table, uniqueConstraint: { name, columns } }, context) =>
    addUnique(table, name, columns, `it fails when ${table} holds duplicates`, context),
  dropUniqueConstraint: ({ table, uniqueConstraint }) => dropped(table, uniqueConstraint),
  addExclusionConstraint: ({ exclusionConstraint }) =>
    classified(
      'add-exclusion',
      `${exclusionConstraint.name} has no form that lets reads and writes through`,
    ),
  dropExclusionConstraint: ({ table, exclusionConstraint }) => dropped(table, exclusionConstraint),
  validateConstraint: ({ constraint }) =>
    classified('validate-constraint', `it fails when a row breaks ${constraint}`),
  renameConstraint: ({ from }, context) => renamed('rename-constraint', from, context),
};

function dropForeignKey(
  { table, foreignKey }: OperationOf<'dropForeignKey'>,
  context: RuleContext,
): Classified {
  const owner = findTable(context.before, table);
  const key = owner?.foreignKeys.find(({ name }) => name === foreignKey);
  const { escalations, ...found } = dropped(table, foreignKey);
  const hot = key ? hotParent(key.toTable, context) : null;
  return { ...found, escalations: hot ? [...escalations, hot] : escalations };
}

function addIndex(operation: OperationOf<'addIndex'>, context: RuleContext): Classified {
  const { table, index } = operation;
  const size = context.sizeOf(table).class;
  const waits = writesWait(operation, context);
  if (index.unique) {
    const columns = index.parts.flatMap(({ column }) => column ?? []);
    const whole = columns.length === index.parts.length && index.where === null ? columns : [];
    const reason = `${index.name} cannot be built over duplicates`;
    return addUnique(table, index.name, whole, reason, context, waits);
  }
  const sized = context.withSize(table);
  if (size === 'small') {
    return classified('add-index-small', `an index on a small table, ${sized}, is built at once`);
  }
  if (size === 'large' && waits) {
    return classified(
      'add-index-large-blocking',
      `${index.name} is built while writes to ${sized} wait`,
    );
  }
  const online = !context.locks.some(({ blocksWrites }) => blocksWrites);
  return classified(
    online ? 'add-index-large-concurrent' : 'add-index-medium',
    `${index.name} is built over ${sized}`,
    ...buildTroubles(operation, context),
  );
}

function buildTroubles({ table, concurrently }: OperationOf<'addIndex'>, context: RuleContext) {
  if (!concurrently) return [];
  const { server, before } = context;
  const partitioned = partitionKeyOf(before, table) !== null;
  return [
    mandatoryIf(
      missesRowsInBuilds(server),
      'PostgreSQL 14.0 to 14.3 can leave rows out of a concurrent build',
    ),
    mandatoryIf(partitioned, `${table} is partitioned, and no concurrent build spans partitions`),
  ];
}

/** A constraint whose rows are checked in the same step, or later. */
function checkedRows(
  reviewClass: 'add-foreign-key' | 'add-check',
  table: string,
  { name, validated }: { readonly name: string; readonly validated: boolean },
  context: RuleContext,
): Classified {
  if (!validated) return classified(reviewClass, `${name} holds for new rows at once`);
  return classified(
    reviewClass,
    `it fails when a row breaks ${name}`,
    mandatoryIf(
      context.sizeOf(table).class !== 'small',
      `${name} is checked in one step for every row of ${context.withSize(table)}`,
    ),
  );
}

function dropped(table: string, name: string): Classified {
  return classified(
    'drop-constraint',
    `rows that break ${name} can enter ${table}, and then keep it from coming back`,
  );
}

function renamed(
  reviewClass: 'rename-index' | 'rename-constraint',
  from: string,
  { before }: RuleContext,
): Classified {
  const users = whoNames(before, from);
  return classified(
    reviewClass,
    `only statements that name ${from} notice`,
    mandatoryIf(
      users.length > 0,
      `${users.join(', ')} ${users.length === 1 ? 'names' : 'name'} ${from}`,
    ),
  );
}
