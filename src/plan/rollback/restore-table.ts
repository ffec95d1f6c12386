import type { OperationBody } from '../../model/operation.ts';
import { type Column, type ForeignKey, findColumn, type Table } from '../../model/schema.ts';
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
      ({ name: foreignKey }) =>
        ({ kind: 'dropForeignKey', table, foreignKey, ifExists: false }) as const,
    ),
    ...extra(current.checkConstraints, wanted.checkConstraints).map(
      ({ name: checkConstraint }) =>
        ({ kind: 'dropCheckConstraint', table, checkConstraint, ifExists: false }) as const,
    ),
    ...extra(current.uniqueConstraints, wanted.uniqueConstraints).map(
      ({ name: uniqueConstraint }) =>
        ({ kind: 'dropUniqueConstraint', table, uniqueConstraint, ifExists: false }) as const,
    ),
    ...extra(current.exclusionConstraints, wanted.exclusionConstraints).map(
      ({ name: exclusionConstraint }) =>
        ({ kind: 'dropExclusionConstraint', table, exclusionConstraint, ifExists: false }) as const,
    ),
    ...extra(current.indexes, wanted.indexes).map(
      ({ name: index }) =>
        ({ kind: 'dropIndex', table, index, ifExists: false, concurrently: false }) as const,
    ),
    ...(keyDiffers ? [{ kind: 'dropPrimaryKey', table } as const] : []),
  ];
}

/** Columns, keys, indexes and constraints that the table had; foreign keys come last, apart. */
export function restoreParts(current: Table, wanted: Table, context: RestoreContext): Restoration {
  const columns = restoreColumns(current, wanted, context);
  const unique = uniqueParts(current, wanted);
  return {
    operations: [
      ...columns.operations,
      ...unique.operations,
      ...otherParts(current, wanted),
      ...tableProperties(current, wanted),
    ],
    completion: [...columns.completion, ...unique.completion],
  };
}

/**
 * The foreign keys that the table had. One waits for data when its parent, or the parent's
 * columns, came back empty, or when its own column came back with the same default in every row.
 *
 * @param emptyParent - whether the rows that the key refers to are not back yet.
 */
export function restoreForeignKeys(
  current: Table,
  wanted: Table,
  emptyParent: (key: ForeignKey) => boolean,
): Restoration {
  const missing = extra(wanted.foreignKeys, current.foreignKeys);
  const waits = (key: ForeignKey) =>
    emptyParent(key) || holdsOneValue(key.columns, returned(current, wanted));
  const add = (foreignKey: ForeignKey): OperationBody => ({
    kind: 'addForeignKey',
    table: wanted.name,
    foreignKey,
    ifNotExists: false,
  });
  return {
    operations: missing.filter((key) => !waits(key)).map(add),
    completion: missing.filter(waits).map(add),
  };
}

/** The columns that the table had and has not, so that they come back without their values. */
export function returned(current: Table, wanted: Table): readonly Column[] {
  return wanted.columns.filter(({ name }) => findColumn(current, name) === null);
}

/** Whether a returned column among these has the same value in every row; NULL counts as none. */
function holdsOneValue(names: readonly string[], columns: readonly Column[]): boolean {
  return columns.some(
    ({ name, default: value, generated }) =>
      names.includes(name) && value?.kind === 'literal' && generated === null,
  );
}

/** What may not hold a value twice waits while a returned column is the same in every row. */
function uniqueParts(current: Table, wanted: Table): Restoration {
  const columns = returned(current, wanted);
  const table = wanted.name;
  const parts: { readonly body: OperationBody; readonly waits: boolean }[] = [];
  const { primaryKey } = wanted;
  if (primaryKey !== null && !sameValue(current.primaryKey, primaryKey)) {
    const unnumbered = columns.filter(({ autoIncrement }) => autoIncrement === null);
    parts.push({
      body: { kind: 'addPrimaryKey', table, primaryKey },
      waits: unnumbered.some(({ name }) => primaryKey.columns.includes(name)),
    });
  }
  for (const index of extra(wanted.indexes, current.indexes)) {
    const names = index.parts.flatMap(({ column }) => column ?? []);
    parts.push({
      body: { kind: 'addIndex', table, index, ifNotExists: false, concurrently: false },
      waits: index.unique && repeats(names, index.nullsNotDistinct, columns),
    });
  }
  for (const constraint of extra(wanted.uniqueConstraints, current.uniqueConstraints)) {
    parts.push({
      body: {
        kind: 'addUniqueConstraint',
        table,
        uniqueConstraint: constraint,
        usingIndex: null,
      },
      waits: repeats(constraint.columns, constraint.nullsNotDistinct, columns),
    });
  }
  return {
    operations: parts.filter(({ waits }) => !waits).map(({ body }) => body),
    completion: parts.filter(({ waits }) => waits).map(({ body }) => body),
  };
}

/** Unique parts take any number of NULLs, unless they are NULLS NOT DISTINCT. */
function repeats(
  names: readonly string[],
  nullsNotDistinct: boolean,
  columns: readonly Column[],
): boolean {
  const nulls = nullsNotDistinct && columns.some(({ name }) => names.includes(name));
  return nulls || holdsOneValue(names, columns);
}

function otherParts(current: Table, wanted: Table): readonly OperationBody[] {
  const table = wanted.name;
  return [
    ...extra(wanted.checkConstraints, current.checkConstraints).map(
      (checkConstraint) =>
        ({ kind: 'addCheckConstraint', table, checkConstraint, ifNotExists: false }) as const,
    ),
    ...extra(wanted.exclusionConstraints, current.exclusionConstraints).map(
      (exclusionConstraint) =>
        ({ kind: 'addExclusionConstraint', table, exclusionConstraint }) as const,
    ),
  ];
}

function tableProperties(current: Table, wanted: Table): readonly OperationBody[] {
  const { name: table, comment } = wanted;
  const options = optionsBack(current, wanted);
  return [
    ...(current.comment === comment ? [] : [{ kind: 'setTableComment', table, comment } as const]),
    ...(Object.keys(options).length > 2 ? [options] : []),
  ];
}

/** Sets the properties of the table that differ to what they were. */
export function optionsBack(
  current: Table,
  wanted: Table,
): Extract<OperationBody, { kind: 'setTableOptions' }> {
  const { options, charset, collation, replicaIdentity, clusteredBy } = wanted;
  const { rowSecurity = { enabled: false, forced: false }, unlogged = false } = wanted;
  const storageDiffers =
    current.options !== options || current.charset !== charset || current.collation !== collation;
  return {
    kind: 'setTableOptions',
    table: wanted.name,
    ...(storageDiffers && { options, charset, collation }),
    ...(!sameValue(current.rowSecurity, wanted.rowSecurity) && { rowSecurity }),
    ...(current.replicaIdentity !== replicaIdentity && {
      replicaIdentity: replicaIdentity ?? null,
    }),
    ...(current.clusteredBy !== clusteredBy && { clusteredBy: clusteredBy ?? null }),
    ...((current.unlogged ?? false) !== unlogged && { unlogged }),
  };
}

/** Those that the others have not, or have otherwise. */
function extra<T extends Named>(these: readonly T[], others: readonly T[]): readonly T[] {
  return these.filter(
    (one) => !others.some((other) => other.name === one.name && sameValue(one, other)),
  );
}
