import { diffSchemas } from '../../diff/index.ts';
import type { Change } from '../../model/change.ts';
import type { Operation, OperationKind, OperationOf } from '../../model/operation.ts';
import { findTable, type Schema } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import type { BackHazard } from '../release.ts';

/** Tells what a change says from what others say: one key a property that differs, or one for the whole. */
export function keysOf({ kind, object, differences }: Change): readonly string[] {
  const { type, objectType, table, name } = object;
  const whole = [kind, type, objectType, table, name];
  if (kind !== 'altered') return [JSON.stringify(whole)];
  return differences.map(({ property, after }) => JSON.stringify([...whole, property, after]));
}

/**
 * True for an operation that only takes back what its migration did, where no rows of before are
 * concerned: it drops an index or a column that the migration made, renames back, lets NULLs in
 * again, makes a dropped table anew, deletes rows that the migration inserted. What the rules say of
 * such an operation on the way forward, that running code misses what is gone, is what a rollback is
 * for.
 */
export function onlyTakesBack({ operation, context, wayBack }: BackHazard): boolean {
  const { before, operations } = wayBack.forward;
  if (deletesInserted(operation, operations)) return true;
  if (!leavesRows(operation, context)) return false;
  if (isInverse(operation, operations)) return true;
  if (operation.kind === 'createTable') return findTable(before, operation.table.name) !== null;
  if (operation.kind === 'addColumn' && !comesBackForFree(operation, context)) return false;
  return comesCloser(before, context);
}

/** True for a DELETE of some rows of a table into which the migration inserts rows. */
function deletesInserted(operation: Operation, forward: readonly Operation[]): boolean {
  if (operation.kind !== 'changeRows') return false;
  const { verb, scope, table } = operation;
  if (verb !== 'delete' || scope === 'whole' || table === null) return false;
  return forward.some(
    (made) => made.kind === 'changeRows' && made.verb === 'insert' && made.table === table,
  );
}

/** True when the migration itself did the opposite, whatever it renamed in between. */
function isInverse(operation: Operation, forward: readonly Operation[]): boolean {
  return forward.some((made) => {
    if ('from' in operation && 'from' in made) {
      const swapped = operation.from === made.to && operation.to === made.from;
      return operation.kind === made.kind && swapped;
    }
    if (operation.kind === 'dropIndex' && made.kind === 'addIndex') {
      return operation.index === made.index.name;
    }
    return (
      operation.kind === 'dropForeignKey' &&
      made.kind === 'addForeignKey' &&
      operation.foreignKey === made.foreignKey.name
    );
  });
}

/** True for a column that the rows get without being gone through, and without a value that they lack. */
function comesBackForFree({ column }: OperationOf<'addColumn'>, { locks }: RuleContext): boolean {
  const valued =
    column.default !== null || column.generated !== null || column.autoIncrement !== null;
  return (column.nullable || valued) && locks.every(({ work }) => work === 'catalog');
}

/** Kinds that put back, as it was, what a migration relaxed or dropped. */
const RESTORING: readonly OperationKind[] = [
  'setColumnNull',
  'addIndex',
  'addForeignKey',
  'addCheckConstraint',
];

/** True when an operation of a way back makes a rule or an index of before hold again, and no more. */
export function putsBack(
  operation: Operation,
  context: RuleContext,
  { forward }: BackHazard['wayBack'],
): boolean {
  if (!RESTORING.includes(operation.kind)) return false;
  return comesCloser(forward.before, context);
}

/** True when an operation takes away differences from the schema before the migration, and makes none. */
function comesCloser(forward: Schema, { before, after }: RuleContext): boolean {
  const missing = differing(forward, before);
  const left = differing(forward, after);
  return left.size < missing.size && [...left].every((key) => missing.has(key));
}

/** True for an operation that drops rows of before the release, or writes rows. */
export function losesRows(operation: Operation, context: RuleContext): boolean {
  if (operation.kind === 'dropColumn') {
    return !context.isNewColumn(operation.table, operation.column);
  }
  if (operation.kind === 'dropTable') return !context.isNewTable(operation.table);
  return operation.kind === 'changeRows';
}

function differing(before: Schema, now: Schema): ReadonlySet<string> {
  return new Set(diffSchemas(before, now).flatMap(keysOf));
}

function leavesRows(operation: Operation, context: RuleContext): boolean {
  if (losesRows(operation, context)) return false;
  // The table pairs each kind with the function of that kind, which TypeScript cannot follow
  // through an index by a union.
  const test = WITHOUT_ROWS[operation.kind] as ((given: Operation) => boolean) | undefined;
  return test?.(operation) ?? false;
}

const always = (): boolean => true;

/** Kinds that drop, rename, relax or bring back something and leave rows of before alone. */
const WITHOUT_ROWS: { readonly [K in OperationKind]?: (operation: OperationOf<K>) => boolean } = {
  createTable: always,
  dropTable: ({ cascade }) => !cascade,
  addColumn: always,
  dropColumn: ({ cascade }) => !cascade,
  renameTable: always,
  renameColumn: always,
  renameIndex: always,
  renameConstraint: always,
  renameEnum: always,
  renameEnumValue: always,
  renameNamespace: always,
  renameObject: always,
  dropIndex: always,
  dropPrimaryKey: always,
  dropForeignKey: always,
  dropCheckConstraint: always,
  dropUniqueConstraint: always,
  dropExclusionConstraint: always,
  setColumnNull: ({ nullable }) => nullable,
  setColumnDefault: always,
  setColumnComment: always,
  setTableComment: always,
  dropEnum: always,
  dropVirtualTable: always,
  dropDomain: always,
  dropSequence: always,
  dropExtension: ({ cascade }) => !cascade,
  dropNamespace: always,
  createView: always,
  dropView: ({ cascade }) => !cascade,
  createFunction: always,
  dropFunction: always,
  createTrigger: always,
  dropTrigger: always,
  createPolicy: always,
  dropPolicy: always,
  dropObject: always,
};

/**
 * True where the migration builds an index with CONCURRENTLY, and the way back drops it without: reads
 * and writes of its table wait for it then.
 */
export function dropsConcurrentIndex(
  operation: Operation,
  { forward }: BackHazard['wayBack'],
): operation is OperationOf<'dropIndex'> & Operation {
  if (operation.kind !== 'dropIndex' || operation.concurrently) return false;
  return forward.operations.some(
    (made) =>
      made.kind === 'addIndex' &&
      made.concurrently &&
      made.table === operation.table &&
      made.index.name === operation.index,
  );
}

/** True where code of a `change` that writes rows runs on the way back as it did on the way forward. */
export function runsAgain(operation: Operation, { forward }: BackHazard['wayBack']): boolean {
  if (operation.kind !== 'changeRows') return false;
  const { path, line, column } = operation.source;
  return forward.operations.some(
    ({ kind, source }) =>
      kind === 'changeRows' &&
      source.path === path &&
      source.line === line &&
      source.column === column,
  );
}
