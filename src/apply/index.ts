import type { Operation, OperationKind, OperationOf } from '../model/operation.ts';
import type { Schema } from '../model/schema.ts';
import * as columns from './columns.ts';
import * as constraints from './constraints.ts';
import { dropColumn } from './drop-column.ts';
import * as enums from './enums.ts';
import { createExtension, dropExtension } from './extensions.ts';
import { addForeignKey, dropForeignKey } from './foreign-keys.ts';
import { createFunction, dropFunction } from './functions.ts';
import * as indexes from './indexes.ts';
import { applyToFamily } from './inheritance/index.ts';
import { createNamespace, dropNamespace, renameNamespace } from './namespaces.ts';
import { createObject, dropObject } from './objects.ts';
import { attachPartition, detachPartition } from './partitions.ts';
import { createPolicy, dropPolicy } from './policies.ts';
import { addPrimaryKey, dropPrimaryKey } from './primary-key.ts';
import { renameColumn } from './rename-column.ts';
import { renameObject } from './rename-object.ts';
import { renameTable } from './rename-table.ts';
import { createSequence, dropSequence, setSequence } from './sequences.ts';
import { withShownObjects } from './shown-objects.ts';
import * as standAlone from './stand-alone.ts';
import { withoutDangling } from './subjects.ts';
import { withLossesOfCopy } from './table-copy.ts';
import * as tables from './tables.ts';
import { createTrigger, dropTrigger } from './triggers.ts';
import { createView, dropView } from './views.ts';

type Apply<K extends OperationKind> = (schema: Schema, operation: OperationOf<K>) => Schema;

/** For operations that leave the schema as it is: rows, sessions, and what was not understood. */
const unchanged = (schema: Schema): Schema => schema;

const APPLY: { readonly [K in OperationKind]: Apply<K> } = {
  createTable: tables.createTable,
  dropTable: tables.dropTable,
  renameTable,
  setTableComment: tables.setTableComment,
  setTableOptions: tables.setTableOptions,
  attachPartition,
  detachPartition,
  addColumn: columns.addColumn,
  dropColumn,
  renameColumn,
  setColumn: columns.setColumn,
  setColumnDefault: columns.setColumnDefault,
  setColumnNull: columns.setColumnNull,
  setColumnComment: columns.setColumnComment,
  addPrimaryKey,
  dropPrimaryKey,
  addIndex: indexes.addIndex,
  dropIndex: indexes.dropIndex,
  renameIndex: indexes.renameIndex,
  setIndexEnabled: indexes.setIndexEnabled,
  addForeignKey,
  dropForeignKey,
  addCheckConstraint: constraints.addCheckConstraint,
  dropCheckConstraint: constraints.dropCheckConstraint,
  addUniqueConstraint: constraints.addUniqueConstraint,
  dropUniqueConstraint: constraints.dropUniqueConstraint,
  addExclusionConstraint: constraints.addExclusionConstraint,
  dropExclusionConstraint: constraints.dropExclusionConstraint,
  validateConstraint: constraints.validateConstraint,
  renameConstraint: constraints.renameConstraint,
  createEnum: enums.createEnum,
  dropEnum: enums.dropEnum,
  renameEnum: enums.renameEnum,
  addEnumValue: enums.addEnumValue,
  renameEnumValue: enums.renameEnumValue,
  createDomain: standAlone.createDomain,
  dropDomain: standAlone.dropDomain,
  createSequence,
  dropSequence,
  setSequence,
  createExtension: createExtension,
  dropExtension: dropExtension,
  createNamespace,
  dropNamespace,
  renameNamespace,
  createView,
  dropView,
  refreshView: unchanged,
  createFunction,
  dropFunction,
  createTrigger,
  dropTrigger,
  createPolicy,
  dropPolicy,
  createObject,
  dropObject,
  renameObject,
  createVirtualTable: standAlone.createVirtualTable,
  dropVirtualTable: standAlone.dropVirtualTable,
  changeRows: unchanged,
  runSql: unchanged,
  opaque: unchanged,
};

/**
 * The schema as it is after one operation, with what the engine does along: dropped columns take
 * indexes and constraints, renames reach every mention.
 *
 * The given schema is left as it is, and what did not change is shared with the result. The
 * schema's version is not touched.
 *
 * @throws {InputError} when the engine would refuse: an object is not there, is there already, or
 * is still needed. It carries the operation's place and what to do.
 */
export function applyOperation(schema: Schema, operation: Operation): Schema {
  // The table pairs each kind with the function of that kind, which TypeScript cannot follow
  // through an index by a union.
  const apply = APPLY[operation.kind] as (schema: Schema, operation: Operation) => Schema;
  if (operation.shown) return withShownObjects(schema, operation, operation.shown);
  const after = applyToFamily(schema, operation, apply);
  if (after === schema) return schema;
  const kept = operation.kind.startsWith('drop') ? withoutDangling(schema, after) : after;
  return withLossesOfCopy(kept, operation);
}

/**
 * The schema after the operations, in their order.
 *
 * @throws {InputError} as `applyOperation` does, for the first that does not apply.
 *
 * @example
 * const before = applyAll(emptySchema('postgresql'), schemaFileOperations);
 * const after = applyAll(before, migration.operations);
 */
export function applyAll(schema: Schema, operations: readonly Operation[]): Schema {
  let result = schema;
  for (const operation of operations) result = applyOperation(result, operation);
  return result;
}
