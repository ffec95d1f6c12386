import type { ObjectType } from '../../model/change.ts';
import {
  hasOwnList,
  type Operation,
  type OperationKind,
  type OperationOf,
} from '../../model/operation.ts';
import type { CheckObject } from './document.ts';

/**
 * What an operation is about, under the name that it has before it; null for one that names no
 * object, such as SQL that was not understood.
 */
export function objectOf(operation: Operation): CheckObject | null {
  // The table has for each kind the function of that kind, which TypeScript cannot follow through
  // an index by a union.
  const find = OBJECTS[operation.kind] as (operation: Operation) => CheckObject | null;
  return find(operation);
}

type Objects = {
  readonly [K in OperationKind]: (operation: OperationOf<K>) => CheckObject | null;
};

function alone(type: ObjectType, name: string): CheckObject {
  return { type, table: null, name };
}

function part(type: CheckObject['type'], table: string | null, name: string): CheckObject {
  return { type, table, name };
}

const OBJECTS: Objects = {
  createTable: ({ table }) => alone('table', table.name),
  dropTable: ({ table }) => alone('table', table),
  renameTable: ({ from }) => alone('table', from),
  setTableComment: ({ table }) => alone('table', table),
  setTableOptions: ({ table }) => alone('table', table),
  attachPartition: ({ table }) => alone('table', table),
  detachPartition: ({ table }) => alone('table', table),
  addColumn: ({ table, column }) => part('column', table, column.name),
  dropColumn: ({ table, column }) => part('column', table, column),
  renameColumn: ({ table, from }) => part('column', table, from),
  setColumn: ({ table, column }) => part('column', table, column.name),
  setColumnDefault: ({ table, column }) => part('column', table, column),
  setColumnNull: ({ table, column }) => part('column', table, column),
  setColumnComment: ({ table, column }) => part('column', table, column),
  // A key without a name of its own goes by its table's.
  addPrimaryKey: ({ table, primaryKey }) => part('primaryKey', table, primaryKey.name ?? table),
  dropPrimaryKey: ({ table }) => part('primaryKey', table, table),
  addIndex: ({ table, index }) => part('index', table, index.name),
  dropIndex: ({ table, index }) => part('index', table, index),
  renameIndex: ({ table, from }) => part('index', table, from),
  setIndexEnabled: ({ table, index }) => part('index', table, index),
  addForeignKey: ({ table, foreignKey }) => part('foreignKey', table, foreignKey.name),
  dropForeignKey: ({ table, foreignKey }) => part('foreignKey', table, foreignKey),
  addCheckConstraint: ({ table, checkConstraint: { name } }) =>
    part('checkConstraint', table, name),
  dropCheckConstraint: ({ table, checkConstraint }) =>
    part('checkConstraint', table, checkConstraint),
  addUniqueConstraint: ({ table, uniqueConstraint: { name } }) =>
    part('uniqueConstraint', table, name),
  dropUniqueConstraint: ({ table, uniqueConstraint }) =>
    part('uniqueConstraint', table, uniqueConstraint),
  addExclusionConstraint: ({ table, exclusionConstraint: { name } }) =>
    part('exclusionConstraint', table, name),
  dropExclusionConstraint: ({ table, exclusionConstraint }) =>
    part('exclusionConstraint', table, exclusionConstraint),
  validateConstraint: ({ table, constraint }) => part('constraint', table, constraint),
  renameConstraint: ({ table, from }) => part('constraint', table, from),
  createEnum: (operation) => alone('enum', operation.enum.name),
  dropEnum: (operation) => alone('enum', operation.enum),
  renameEnum: ({ from }) => alone('enum', from),
  addEnumValue: (operation) => alone('enum', operation.enum),
  renameEnumValue: (operation) => alone('enum', operation.enum),
  createDomain: ({ domain }) => alone('domain', domain.name),
  dropDomain: ({ domain }) => alone('domain', domain),
  createSequence: ({ sequence }) => alone('sequence', sequence.name),
  dropSequence: ({ sequence }) => alone('sequence', sequence),
  setSequence: ({ sequence }) => alone('sequence', sequence.name),
  createExtension: ({ extension }) => alone('extension', extension.name),
  dropExtension: ({ extension }) => alone('extension', extension),
  createNamespace: ({ namespace }) => alone('namespace', namespace),
  dropNamespace: ({ namespace }) => alone('namespace', namespace),
  renameNamespace: ({ from }) => alone('namespace', from),
  createView: ({ view }) => alone(view.materialized ? 'materializedView' : 'view', view.name),
  dropView: ({ view, materialized }) => alone(materialized ? 'materializedView' : 'view', view),
  refreshView: ({ view }) => alone('materializedView', view),
  createFunction: (operation) => alone('function', operation.function.name),
  dropFunction: (operation) => alone('function', operation.function),
  createTrigger: ({ trigger }) => part('trigger', trigger.table, trigger.name),
  dropTrigger: ({ table, trigger }) => part('trigger', table, trigger),
  createPolicy: ({ policy }) => part('policy', policy.table, policy.name),
  dropPolicy: ({ table, policy }) => part('policy', table, policy),
  createObject: ({ object: { type, table, name } }) => ({
    ...part('object', table, name),
    objectType: type,
  }),
  dropObject: ({ type, table, name }) => ({ ...part('object', table, name), objectType: type }),
  renameObject: ({ type, table, from }) =>
    hasOwnList(type)
      ? part(type, table, from)
      : { ...part('object', table, from), objectType: type },
  createVirtualTable: ({ virtualTable }) => alone('virtualTable', virtualTable.name),
  dropVirtualTable: ({ virtualTable }) => alone('virtualTable', virtualTable),
  changeRows: ({ table }) => (table === null ? null : alone('table', table)),
  runSql: () => null,
  opaque: () => null,
};
