import {
  type Operation,
  type OperationBody,
  type OperationKind,
  operationTable,
} from '../../model/operation.ts';
import { findTable, type Schema, type Table } from '../../model/schema.ts';
import { refuse } from '../lookup.ts';
import { childrenOf, inheritsColumn, parentNames } from './family.ts';
import { type Family, FOLLOW } from './follow.ts';
import { refuseInFamily } from './refusals.ts';
import { withChildSettled } from './settled.ts';

type Apply = (schema: Schema, operation: Operation) => Schema;

/**
 * Applies an operation to a table and, as the server does of itself, to its partitions and the tables
 * that inherit from it. A schema file that is not complete does not tell them.
 *
 * @throws {InputError} where the server refuses: what a parent gives is changed on the parent.
 */
export function applyToFamily(schema: Schema, operation: Operation, apply: Apply): Schema {
  const table = familyTable(schema, operation);
  if (!table) return apply(schema, operation);
  const children = childrenOf(schema, table.name);
  if (children.length === 0 && parentNames(table).length === 0) return apply(schema, operation);
  refuseInFamily(schema, table, operation, children.length > 0);
  return applied(schema, operation, apply);
}

function familyTable(schema: Schema, operation: Operation): Table | null {
  if (!schema.complete || schema.engine !== 'postgresql') return null;
  const isFollowed = Object.hasOwn(FOLLOW, operation.kind);
  const name = isFollowed ? operationTable(operation) : null;
  return name === null ? null : findTable(schema, name);
}

function applied(schema: Schema, operation: Operation, apply: Apply): Schema {
  const parent = familyTable(schema, operation);
  if (!parent) return apply(schema, operation);
  const after = withChildSettled(apply(schema, operation), parent.name);
  if (after === schema) return schema;
  return childrenOf(schema, parent.name).reduce((result, { name }) => {
    const child = findTable(result, name);
    if (!child) return result;
    const family: Family = {
      ...{ before: schema, parent, child },
      apply: (inner, body) => applied(inner, implied(operation, body), apply),
    };
    if (!operation.only) refuseShared(family, operation);
    const followed = operation.only ? result : follow(result, operation, family);
    return withChildSettled(followed, name);
  }, after);
}

function follow(schema: Schema, operation: Operation, family: Family): Schema {
  // The table pairs each kind with the function of that kind, which TypeScript cannot follow
  // through an index by a union.
  const each = FOLLOW[operation.kind as OperationKind] as
    | ((schema: Schema, operation: Operation, family: Family) => Schema)
    | undefined;
  return each?.(schema, operation, family) ?? schema;
}

/** A column that the child has from another parent, too, is theirs together (renameatt_internal). */
function refuseShared({ before, parent, child }: Family, operation: Operation): void {
  if (operation.kind !== 'renameColumn') return;
  if (!inheritsColumn(before, child, operation.from, parent.name)) return;
  throw refuse(
    operation,
    `${parent.name}.${operation.from} cannot be renamed: ${child.name} has it from another parent, too`,
    'Take one of the parents from it first.',
  );
}

function implied(operation: Operation, body: OperationBody): Operation {
  const { source, condition, assured } = operation;
  return { ...body, source, condition, assured, impliedBy: operationTable(operation) };
}
