import type { LockClaim } from '../../../model/lock.ts';
import type { OperationOf } from '../../../model/operation.ts';
import { type ForeignKey, findTable, type Schema } from '../../../model/schema.ts';
import type { Server } from '../../../model/server.ts';
import type { LockTable } from '../../lock-table.ts';
import { claim, exclusive } from './claim.ts';
import { descendants, partitions, throughout, unlessOnly } from './family.ts';
import { setNotNullScans } from './not-null.ts';

export const constraintLocks: Pick<
  LockTable,
  | 'addPrimaryKey'
  | 'dropPrimaryKey'
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
  addPrimaryKey,
  dropPrimaryKey: dropped,
  addForeignKey({ table, foreignKey, emptyColumn }, before) {
    const { toTable, validated, enforced } = foreignKey;
    const work = validated && enforced !== false && !emptyColumn ? 'scan' : 'catalog';
    // Triggers go to the partitions of both tables.
    return [table, toTable].flatMap((name) =>
      throughout(before, claim(name, 'shareRowExclusive', work), partitions(before, name)),
    );
  },
  dropForeignKey({ table, foreignKey }, before) {
    const parent = findForeignKey(before, table, foreignKey)?.toTable;
    return [table, ...(parent ? [parent] : [])].flatMap((name) =>
      throughout(before, claim(name, 'accessExclusive', 'catalog'), partitions(before, name)),
    );
  },
  addCheckConstraint(operation, before) {
    const { table, checkConstraint } = operation;
    const { validated, enforced, inherited } = checkConstraint;
    const work = validated && enforced !== false ? 'scan' : 'catalog';
    const names = operation.only || inherited === false ? [] : descendants(before, table);
    return throughout(before, claim(table, 'accessExclusive', work), names);
  },
  dropCheckConstraint: dropped,
  addUniqueConstraint: ({ table, usingIndex }, before) =>
    onPartitions(before, claim(table, 'accessExclusive', usingIndex ? 'catalog' : 'indexBuild')),
  dropUniqueConstraint: dropped,
  addExclusionConstraint: ({ table }, before) =>
    onPartitions(before, claim(table, 'accessExclusive', 'indexBuild')),
  dropExclusionConstraint: dropped,
  validateConstraint,
  renameConstraint: ({ table }, before) =>
    throughout(before, claim(table, 'accessExclusive', 'catalog')),
};

function dropped(
  operation: { readonly table: string; readonly only?: true },
  before: Schema,
): readonly LockClaim[] {
  return unlessOnly(before, operation, claim(operation.table, 'accessExclusive', 'catalog'));
}

/** Indexes go to partitions, not to tables that inherit. */
function onPartitions(schema: Schema, own: LockClaim): readonly LockClaim[] {
  return throughout(schema, own, partitions(schema, own.table));
}

/** USING INDEX takes over an index that is there; its columns become NOT NULL, for which rows are read. */
function addPrimaryKey(
  { table, primaryKey, usingIndex }: OperationOf<'addPrimaryKey'>,
  before: Schema,
  _after: Schema,
  server: Server,
): readonly LockClaim[] {
  if (!usingIndex) return onPartitions(before, claim(table, 'accessExclusive', 'indexBuild'));
  const scans = primaryKey.columns.some((name) => setNotNullScans(before, table, name, server));
  return scans ? [claim(table, 'accessExclusive', 'scan')] : exclusive(table);
}

/** One that holds for all rows already is left as it is. */
function validateConstraint(
  operation: OperationOf<'validateConstraint'>,
  before: Schema,
): readonly LockClaim[] {
  const { table, constraint } = operation;
  const key = findForeignKey(before, table, constraint);
  const check = findTable(before, table)?.checkConstraints.find(({ name }) => name === constraint);
  const work = (key ?? check)?.validated ? 'catalog' : 'scan';
  const own = unlessOnly(before, operation, claim(table, 'shareUpdateExclusive', work));
  return key && work === 'scan' ? [...own, claim(key.toTable, 'rowShare', 'scan')] : own;
}

function findForeignKey(schema: Schema, table: string, name: string): ForeignKey | undefined {
  return findTable(schema, table)?.foreignKeys.find((key) => key.name === name);
}
