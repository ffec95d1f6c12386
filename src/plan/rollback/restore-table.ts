import type { OperationBody } from '../../model/operation.ts';
import type { Table } from '../../model/schema.ts';
import type { Restoration, RestoreContext } from './restoration.ts';
import { restoreColumns } from './restore-columns.ts';
import { sameValue } from './same-value.ts';

type Named = { readonly name: string };

/** What has to be dropped from a table that is there, so that what it had can come back. */
export function dropExtraParts(current: Table, wanted: Table): readonly OperationBody[] {
  const table = current.name;
  const keyDiffers =
    current.primaryKey !== null && !sameValue(current.primaryKey, wanted.primaryKey);
  return [
    ...extra(current.foreignKeys, wanted.foreignKeys).map(
      ({ name }): OperationBody => ({
        kind: 'dropForeignKey',
        table,
        foreignKey: name,
        ifExists: false,
      }),
    ),
    ...extra(current.checkConstraints, wanted.checkConstraints).map(
      ({ name }): OperationBody => ({
        kind: 'dropCheckConstraint',
        table,
        checkConstraint: name,
        ifExists: false,
      }),
    ),
    ...extra(current.uniqueConstraints, wanted.uniqueConstraints).map(
      ({ name }): OperationBody => ({
        kind: 'dropUniqueConstraint',
        table,
        uniqueConstraint: name,
        ifExists: false,
      }),
    ),
    ...extra(current.exclusionConstraints, wanted.exclusionConstraints).map(
      ({ name }): OperationBody => ({
        kind: 'dropExclusionConstraint',
        table,
        exclusionConstraint: name,
        ifExists: false,
      }),
    ),
    ...extra(current.indexes, wanted.indexes).map(
      ({ name }): OperationBody => ({
        kind: 'dropIndex',
        table,
        index: name,
        ifExists: false,
        concurrently: false,
      }),
    ),
    ...(keyDiffers ? [{ kind: 'dropPrimaryKey', table } as const] : []),
  ];
}

/** Columns, keys, indexes and constraints that the table had; foreign keys come last, apart. */
export function restoreParts(current: Table, wanted: Table, context: RestoreContext): Restoration {
  const columns = restoreColumns(current, wanted, context);
  const key = restorePrimaryKey(current, wanted, columns.completion);
  return {
    operations: [...columns.operations, ...key.operations, ...missingParts(current, wanted)],
    completion: [...columns.completion, ...key.completion],
  };
}

export function restoreForeignKeys(current: Table, wanted: Table): readonly OperationBody[] {
  return extra(wanted.foreignKeys, current.foreignKeys).map((foreignKey) => ({
    kind: 'addForeignKey',
    table: wanted.name,
    foreignKey,
    ifNotExists: false,
  }));
}

/** A key over a column that came back without values has to wait for them. */
function restorePrimaryKey(
  current: Table,
  wanted: Table,
  waiting: readonly OperationBody[],
): Restoration {
  const { primaryKey } = wanted;
  if (primaryKey === null || sameValue(current.primaryKey, primaryKey)) {
    return { operations: [], completion: [] };
  }
  const operation: OperationBody = { kind: 'addPrimaryKey', table: wanted.name, primaryKey };
  const waits = waiting.some(
    (body) => body.kind === 'setColumnNull' && primaryKey.columns.includes(body.column),
  );
  return waits
    ? { operations: [], completion: [operation] }
    : { operations: [operation], completion: [] };
}

function missingParts(current: Table, wanted: Table): readonly OperationBody[] {
  const table = wanted.name;
  return [
    ...extra(wanted.indexes, current.indexes).map(
      (index): OperationBody => ({
        kind: 'addIndex',
        table,
        index,
        ifNotExists: false,
        concurrently: false,
      }),
    ),
    ...extra(wanted.uniqueConstraints, current.uniqueConstraints).map(
      (uniqueConstraint): OperationBody => ({
        kind: 'addUniqueConstraint',
        table,
        uniqueConstraint,
        usingIndex: null,
      }),
    ),
    ...extra(wanted.checkConstraints, current.checkConstraints).map(
      (checkConstraint): OperationBody => ({
        kind: 'addCheckConstraint',
        table,
        checkConstraint,
        ifNotExists: false,
      }),
    ),
    ...extra(wanted.exclusionConstraints, current.exclusionConstraints).map(
      (exclusionConstraint): OperationBody => ({
        kind: 'addExclusionConstraint',
        table,
        exclusionConstraint,
      }),
    ),
    ...tableProperties(current, wanted),
  ];
}

function tableProperties(current: Table, wanted: Table): readonly OperationBody[] {
  const { name: table, comment, options, charset, collation } = wanted;
  const sameOptions =
    current.options === options && current.charset === charset && current.collation === collation;
  return [
    ...(current.comment === comment ? [] : [{ kind: 'setTableComment', table, comment } as const]),
    ...(sameOptions
      ? []
      : [{ kind: 'setTableOptions', table, options, charset, collation } as const]),
  ];
}

/** Those that the others have not, or have otherwise. */
function extra<T extends Named>(these: readonly T[], others: readonly T[]): readonly T[] {
  return these.filter(
    (one) => !others.some((other) => other.name === one.name && sameValue(one, other)),
  );
}
