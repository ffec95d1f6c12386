import type { OperationOf } from '../model/operation.ts';
import {
  type ExclusionConstraint,
  findTable,
  type Schema,
  type Table,
  type UniqueConstraint,
} from '../model/schema.ts';
import { withIndexNamed } from './index-names.ts';
import { withAttachedNamed } from './inheritance/attached-indexes.ts';
import {
  type Blamed,
  has,
  missing,
  refuse,
  requireColumn,
  requirePart,
  requireTable,
  without,
  withTable,
} from './lookup.ts';
import { withPartNamed } from './part-names.ts';
import { storedCheck, storedExclusion } from './stored-expressions.ts';

export function addCheckConstraint(
  schema: Schema,
  operation: OperationOf<'addCheckConstraint'>,
): Schema {
  const table = requireTable(schema, operation.table, operation);
  const { checkConstraint } = operation;
  if (has(table.checkConstraints, checkConstraint.name) && operation.ifNotExists) return schema;
  refuseTaken(table, checkConstraint.name, operation);
  const checkConstraints = [...table.checkConstraints, storedCheck(schema, table, checkConstraint)];
  return withTable(schema, { ...table, checkConstraints });
}

export function dropCheckConstraint(
  schema: Schema,
  operation: OperationOf<'dropCheckConstraint'>,
): Schema {
  const name = operation.checkConstraint;
  const found = findTable(schema, operation.table);
  if (operation.ifExists && !(found && has(found.checkConstraints, name))) return schema;
  const table = found ?? requireTable(schema, operation.table, operation);
  requirePart(table.checkConstraints, name, 'check constraint', table.name, operation);
  const checkConstraints = without(table.checkConstraints, name);
  return withTable(schema, { ...table, checkConstraints });
}

/** With `usingIndex` the index becomes the constraint's, under the constraint's name. */
export function addUniqueConstraint(
  schema: Schema,
  operation: OperationOf<'addUniqueConstraint'>,
): Schema {
  const table = requireTable(schema, operation.table, operation);
  const { usingIndex } = operation;
  const constraint =
    usingIndex === null
      ? operation.uniqueConstraint
      : fromIndex(table, operation.uniqueConstraint, usingIndex, operation);
  for (const column of constraint.columns) requireColumn(table, column, operation);
  const indexes = usingIndex === null ? table.indexes : without(table.indexes, usingIndex);
  refuseTaken({ ...table, indexes }, constraint.name, operation);
  const uniqueConstraints = [...table.uniqueConstraints, constraint];
  return withTable(schema, { ...table, indexes, uniqueConstraints });
}

function fromIndex(
  table: Table,
  constraint: UniqueConstraint,
  indexName: string,
  operation: Blamed,
): UniqueConstraint {
  const index = requirePart(table.indexes, indexName, 'index', table.name, operation);
  const columns = index.parts.flatMap(({ column }) => (column === null ? [] : [column]));
  if (!index.unique || index.where !== null || columns.length < index.parts.length) {
    throw refuse(
      operation,
      `index "${indexName}" of ${table.name} cannot carry a unique constraint`,
      'It has to be unique, over plain columns, and without a WHERE.',
    );
  }
  return { ...constraint, columns, nullsNotDistinct: index.nullsNotDistinct };
}

export function dropUniqueConstraint(
  schema: Schema,
  operation: OperationOf<'dropUniqueConstraint'>,
): Schema {
  const name = operation.uniqueConstraint;
  const found = findTable(schema, operation.table);
  if (operation.ifExists && !(found && has(found.uniqueConstraints, name))) return schema;
  const table = found ?? requireTable(schema, operation.table, operation);
  requirePart(table.uniqueConstraints, name, 'unique constraint', table.name, operation);
  const uniqueConstraints = without(table.uniqueConstraints, name);
  return withTable(schema, { ...table, uniqueConstraints });
}

export function addExclusionConstraint(
  schema: Schema,
  operation: OperationOf<'addExclusionConstraint'>,
): Schema {
  const table = requireTable(schema, operation.table, operation);
  refuseTaken(table, operation.exclusionConstraint.name, operation);
  const exclusionConstraints: readonly ExclusionConstraint[] = [
    ...table.exclusionConstraints,
    storedExclusion(schema, table, operation.exclusionConstraint),
  ];
  return withTable(schema, { ...table, exclusionConstraints });
}

export function dropExclusionConstraint(
  schema: Schema,
  operation: OperationOf<'dropExclusionConstraint'>,
): Schema {
  const name = operation.exclusionConstraint;
  const found = findTable(schema, operation.table);
  if (operation.ifExists && !(found && has(found.exclusionConstraints, name))) return schema;
  const table = found ?? requireTable(schema, operation.table, operation);
  requirePart(table.exclusionConstraints, name, 'exclusion constraint', table.name, operation);
  const exclusionConstraints = without(table.exclusionConstraints, name);
  return withTable(schema, { ...table, exclusionConstraints });
}

/** Marks a foreign key or check as holding for all rows. */
export function validateConstraint(
  schema: Schema,
  operation: OperationOf<'validateConstraint'>,
): Schema {
  const table = requireTable(schema, operation.table, operation);
  const name = operation.constraint;
  const known = [...table.foreignKeys, ...table.checkConstraints].map((part) => part.name);
  if (!known.includes(name)) {
    const message = `${table.name} has no foreign key or check constraint "${name}"`;
    throw missing(operation, message, name, known);
  }
  const validated = <T extends { readonly name: string; readonly validated: boolean }>(part: T) =>
    part.name === name ? { ...part, validated: true } : part;
  return withTable(schema, {
    ...table,
    foreignKeys: table.foreignKeys.map(validated),
    checkConstraints: table.checkConstraints.map(validated),
  });
}

/**
 * Renames a constraint of whatever kind. A name that no part of the table has may be that of the
 * primary key, which a Ruby schema file does not tell.
 */
export function renameConstraint(
  schema: Schema,
  operation: OperationOf<'renameConstraint'>,
): Schema {
  const table = requireTable(schema, operation.table, operation);
  const { from, to } = operation;
  const parts = [
    ...table.foreignKeys,
    ...table.checkConstraints,
    ...table.uniqueConstraints,
    ...table.exclusionConstraints,
  ];
  const named = <T extends { readonly name: string }>(part: T): T =>
    part.name === from ? { ...part, name: to } : part;
  const key = table.primaryKey;
  const isKey = key !== null && (key.name ?? from) === from && !has(parts, from);
  if (!isKey && !has(parts, from)) {
    const known = parts.map((part) => part.name);
    throw missing(operation, `${table.name} has no constraint "${from}"`, from, known);
  }
  if (from !== to) refuseTaken(table, to, operation);
  const renamed = withTable(schema, {
    ...withIndexNamed(table, from, to),
    primaryKey: isKey ? { ...key, name: to } : key,
    foreignKeys: table.foreignKeys.map(named),
    checkConstraints: table.checkConstraints.map(named),
    uniqueConstraints: table.uniqueConstraints.map(named),
    exclusionConstraints: table.exclusionConstraints.map(named),
  });
  const part = { kind: 'CONSTRAINT', table: table.name, from, to } as const;
  return withPartNamed(withAttachedNamed(renamed, part), part);
}

/** Constraints of a table share one set of names. */
function refuseTaken(table: Table, name: string, operation: Blamed): void {
  const constraints = [
    ...table.foreignKeys,
    ...table.checkConstraints,
    ...table.uniqueConstraints,
    ...table.exclusionConstraints,
  ];
  if (!has(constraints, name)) return;
  throw refuse(
    operation,
    `${table.name} already has a constraint "${name}"`,
    'Drop it first, or give this one another name.',
  );
}
