import { diffSchemas } from '../../diff/index.ts';
import type { Change } from '../../model/change.ts';
import type { Operation, OperationKind, OperationOf } from '../../model/operation.ts';
import type { Schema } from '../../model/schema.ts';
import type { BackHazard } from '../release.ts';

/** Tells one change from another, whatever its object looks like before and after. */
export function changeKey({ kind, object, differences }: Change): string {
  const properties = differences.map(({ property, after }) => [property, after]);
  return JSON.stringify([
    kind,
    object.type,
    object.objectType,
    object.table,
    object.name,
    properties,
  ]);
}

/**
 * True for an operation that only takes back what its migration did, where nothing but the schema is
 * concerned: it drops an index that the migration made, renames back, lets NULLs in again. What the
 * rules say of such an operation on the way forward, that running code misses what is gone, is what a
 * rollback is for. Columns and tables are not among them: they hold rows.
 */
export function onlyTakesBack({ operation, context, wayBack }: BackHazard): boolean {
  if (!holdsNoRows(operation)) return false;
  const missing = differing(wayBack.forward.before, context.before);
  const left = differing(wayBack.forward.before, context.after);
  return left.size < missing.size && [...left].every((key) => missing.has(key));
}

function differing(before: Schema, now: Schema): ReadonlySet<string> {
  return new Set(diffSchemas(before, now).map(changeKey));
}

function holdsNoRows(operation: Operation): boolean {
  // The table pairs each kind with the function of that kind, which TypeScript cannot follow
  // through an index by a union.
  const test = WITHOUT_ROWS[operation.kind] as ((given: Operation) => boolean) | undefined;
  return test?.(operation) ?? false;
}

const always = (): boolean => true;

/** Kinds that drop, rename or relax something and leave the rows alone. */
const WITHOUT_ROWS: { readonly [K in OperationKind]?: (operation: OperationOf<K>) => boolean } = {
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
