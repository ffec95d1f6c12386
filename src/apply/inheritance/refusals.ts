import type { Operation, OperationKind, OperationOf } from '../../model/operation.ts';
import { findColumn, type Schema, type Table } from '../../model/schema.ts';
import { has, refuse } from '../lookup.ts';
import { attachedIndexes } from './attached-indexes.ts';
import {
  inheritsCheck,
  inheritsColumn,
  isPartitioned,
  isPartitionKey,
  parentsOf,
} from './family.ts';
import { keyName } from './partition-indexes.ts';

/** Why the server refuses, as the rest of a sentence about the table; null when it does not. */
type Reason = string | null;

type Why<K extends OperationKind> = (
  operation: OperationOf<K>,
  table: Table,
  schema: Schema,
) => Reason;

type Reasons = { readonly [K in OperationKind]?: Why<K> };

/** What a child cannot do with what its parents give it (tablecmds.c, PostgreSQL 15). */
const INHERITED: Reasons = {
  addColumn: (_operation, { name, partition }) =>
    partition ? `a column cannot be added to ${name}, which is a partition` : null,
  dropColumn: ({ column }, table, schema) => ofParent(schema, table, column, 'dropped'),
  renameColumn: ({ from }, table, schema) => ofParent(schema, table, from, 'renamed'),
  setColumn: (operation, table, schema) =>
    isRetyped(operation, table)
      ? ofParent(schema, table, operation.column.name, 'given another type')
      : null,
  setColumnNull: ({ column, nullable }, table, schema) => {
    const isGiven =
      table.partition &&
      parentsOf(schema, table).some((parent) => findColumn(parent, column)?.nullable === false);
    return nullable && isGiven
      ? `${table.name}.${column} cannot lose NOT NULL: it has it from its parent`
      : null;
  },
  dropCheckConstraint: ({ checkConstraint }, table, schema) =>
    checkOfParent(schema, table, checkConstraint, 'dropped'),
  renameConstraint: ({ from }, table, schema) => checkOfParent(schema, table, from, 'renamed'),
  dropIndex: ({ index }, table, schema) => attached(schema, table, index),
  dropUniqueConstraint: ({ uniqueConstraint }, table, schema) =>
    attached(schema, table, uniqueConstraint),
  dropPrimaryKey: (_operation, table, schema) => attached(schema, table, keyName(table)),
};

/** What ONLY cannot do while the table has children. */
const ONLY: Reasons = {
  addColumn: (_operation, { name }) =>
    `a column cannot be added to ${name} only: its children need it, too`,
  dropColumn: (operation, table) => ofPartitioned(operation, table),
  renameColumn: ({ from }, { name }) =>
    `${name}.${from} cannot be renamed there only: its children have it, too`,
  setColumn: (operation, table) =>
    isRetyped(operation, table)
      ? `${table.name}.${operation.column.name} cannot get another type there only: its children have it, too`
      : null,
  setColumnNull: (operation, table) => ofPartitioned(operation, table),
  addCheckConstraint: ({ checkConstraint }, { name }) =>
    checkConstraint.inherited === false
      ? null
      : `a check constraint cannot be added to ${name} only: its children need it, too`,
  dropCheckConstraint: (operation, table) => ofPartitioned(operation, table),
  dropPrimaryKey: (operation, table) => ofPartitioned(operation, table),
  dropUniqueConstraint: (operation, table) => ofPartitioned(operation, table),
  renameConstraint: ({ from }, table) =>
    has(table.checkConstraints, from)
      ? `the constraint "${from}" of ${table.name} cannot be renamed there only`
      : null,
};

/** What a partitioned table cannot do with the columns of its key, and what it cannot have. */
const PARTITIONED: Reasons = {
  dropColumn: ({ column }, table) => ofKey(table, column, 'dropped'),
  setColumn: (operation, table) =>
    isRetyped(operation, table) ? ofKey(table, operation.column.name, 'given another type') : null,
  addCheckConstraint: ({ checkConstraint }, { name }) =>
    checkConstraint.inherited === false
      ? `${name} is partitioned: its partitions have all its checks, so that none can be NO INHERIT`
      : null,
  addIndex: ({ concurrently }, { name }) =>
    concurrently ? `an index of ${name}, which is partitioned, cannot be built concurrently` : null,
};

/**
 * Refuses what the server refuses of an operation on a table with parents, partitions or children.
 *
 * @param children - true where tables inherit from it, or are its partitions.
 * @throws {InputError} when it would.
 */
export function refuseInFamily(
  schema: Schema,
  table: Table,
  operation: Operation,
  children: boolean,
): void {
  const reason =
    ask(INHERITED, operation, table, schema) ??
    (isPartitioned(table) ? ask(PARTITIONED, operation, table, schema) : null) ??
    (children && operation.only ? ask(ONLY, operation, table, schema) : null);
  if (reason !== null) throw refuse(operation, reason, 'Do it on the parent, without ONLY.');
}

function ask(reasons: Reasons, operation: Operation, table: Table, schema: Schema): Reason {
  // The table pairs each kind with the question of that kind, which TypeScript cannot follow through
  // an index by a union.
  const why = reasons[operation.kind] as
    | ((operation: Operation, table: Table, schema: Schema) => Reason)
    | undefined;
  return why?.(operation, table, schema) ?? null;
}

function ofParent(schema: Schema, table: Table, column: string, done: string): Reason {
  return inheritsColumn(schema, table, column)
    ? `${table.name}.${column} cannot be ${done}: it has it from its parent`
    : null;
}

function checkOfParent(schema: Schema, table: Table, check: string, done: string): Reason {
  return has(table.checkConstraints, check) && inheritsCheck(schema, table, check)
    ? `the constraint "${check}" of ${table.name} cannot be ${done}: it has it from its parent`
    : null;
}

function attached(schema: Schema, table: Table, index: string): Reason {
  const found = attachedIndexes(schema).find(
    (one) => one.table === table.name && one.index === index,
  );
  return found
    ? `the index "${index}" of ${table.name} cannot be dropped: ${found.parent} requires it`
    : null;
}

function ofPartitioned({ kind }: Operation, table: Table): Reason {
  return isPartitioned(table)
    ? `${table.name} is partitioned: what ${kind} asks for cannot be done there only`
    : null;
}

function ofKey(table: Table, column: string, done: string): Reason {
  return isPartitionKey(table, column)
    ? `${table.name}.${column} cannot be ${done}: ${table.name} is partitioned by it`
    : null;
}

function isRetyped({ column }: OperationOf<'setColumn'>, table: Table): boolean {
  return findColumn(table, column.name)?.type !== column.type;
}
