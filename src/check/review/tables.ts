import type { OperationOf } from '../../model/operation.ts';
import type { RuleContext } from '../context.ts';
import { copyThatReplaces, replacesTable } from '../replaces-table.ts';
import { type Classified, type Classifiers, classified, mandatoryIf } from './entry.ts';
import { hotParent } from './hot-parent.ts';
import { publishedAs } from './published.ts';

export const tableClassifiers: Pick<
  Classifiers,
  | 'createTable'
  | 'dropTable'
  | 'renameTable'
  | 'setTableComment'
  | 'setTableOptions'
  | 'attachPartition'
  | 'detachPartition'
  | 'createVirtualTable'
  | 'dropVirtualTable'
> = {
  createTable,
  dropTable,
  renameTable({ from }, context) {
    const outside = publishedAs(context, from);
    return classified(
      'rename-table',
      `running code that uses ${from} fails at once`,
      mandatoryIf(outside !== null, `${from} is known outside of this database: ${outside}`),
    );
  },
  setTableComment: () => classified('comment', 'a comment changes nothing else'),
  setTableOptions,
  attachPartition: ({ table, partition: { parent } }) =>
    classified('partition', `the rows of ${table} become rows of ${parent}`),
  detachPartition: ({ table, concurrently }) =>
    classified(
      'partition',
      `the rows of ${table} leave the table that they are part of`,
      mandatoryIf(
        !concurrently,
        `reads and writes of the whole table wait while ${table} is detached`,
      ),
    ),
  createVirtualTable: () => classified('create-table', 'nothing uses a new table yet'),
  dropVirtualTable: ({ virtualTable }) =>
    classified('drop-table', `the rows of ${virtualTable} cannot come back from the schema alone`),
};

function dropTable(operation: OperationOf<'dropTable'>, context: RuleContext): Classified {
  const { table } = operation;
  if (replacesTable(operation, context.later)) {
    return classified('create-table-force', `the rows of ${table} go with the table before`);
  }
  const copy = copyThatReplaces(operation, context);
  return copy === null
    ? classified('drop-table', `the rows of ${table} cannot come back from the schema alone`)
    : classified('drop-table', `${copy} takes the place of ${table}, with the rows copied into it`);
}

function createTable({ table }: OperationOf<'createTable'>, context: RuleContext): Classified {
  if (table.partition) {
    return classified('partition', `${table.name} takes rows of ${table.partition.parent}`);
  }
  const parents = new Set(
    table.foreignKeys
      .map(({ toTable }) => toTable)
      .filter((parent) => parent !== table.name && !context.isNewTable(parent)),
  );
  if (parents.size === 0) return classified('create-table', 'nothing uses a new table yet');
  const names = [...parents].join(', ');
  return classified(
    'create-table-with-fk',
    `its foreign key locks ${names}`,
    mandatoryIf(parents.size > 1, `its foreign keys lock ${names} in one statement`),
    ...[...parents].map((parent) => hotParent(parent, context)),
  );
}

function setTableOptions(
  { table, rowSecurity, replicaIdentity }: OperationOf<'setTableOptions'>,
  { locks }: RuleContext,
): Classified {
  if (rowSecurity) return classified('access', `which rows of ${table} a role sees changes`);
  if (replicaIdentity !== undefined) {
    return classified(
      'replication',
      `what other databases are sent of changed rows of ${table} changes`,
    );
  }
  return locks.some(({ work }) => work === 'rewrite')
    ? classified('table-rewrite', `setting the options of ${table} writes all of its rows anew`)
    : classified('set-table-options', `the storage options of ${table} change`);
}
