import { findTable, type Schema, type Table } from '../../model/schema.ts';
import { type Blamed, withTable } from '../lookup.ts';
import { refuseUnlike } from './alike.ts';
import { childrenOf, inheritsCheck, inheritsColumn, parentNames } from './family.ts';
import { withoutKeysOfParent } from './follow.ts';
import { withIndexesOfParent } from './partition-indexes.ts';
import { withChildSettled } from './settled.ts';

/**
 * The schema with what a new partition gets of its parent: indexes, keys, and its foreign keys, which
 * count as the parent's from then on.
 */
export function withPartsOfParent(schema: Schema, child: Table): Schema {
  const { partition } = child;
  if (!partition || !schema.complete) return schema;
  const indexed = withIndexesOfParent(schema, partition.parent, child.name);
  return withoutKeysOfParent(indexed, partition.parent, child.name);
}

/** @throws {InputError} when the table lacks what the one has that it is attached to. */
export function refuseAttached(
  schema: Schema,
  child: Table,
  parent: Table,
  operation: Blamed,
): void {
  if (schema.complete) refuseUnlike(child, parent, operation);
}

/**
 * The schema after INHERIT or NO INHERIT of a table: what it shares with a new parent is its own all the
 * same.
 *
 * @param before - the table before.
 * @throws {InputError} when it lacks what a new parent has.
 */
export function withParentsChanged(
  schema: Schema,
  before: Table,
  name: string,
  operation: Blamed,
): Schema {
  const after = findTable(schema, name);
  if (!after || !schema.complete || after.options === before.options) return schema;
  const parents = parentNames(before);
  const added = parentNames(after).flatMap((parent) =>
    parents.includes(parent) ? [] : (findTable(schema, parent) ?? []),
  );
  for (const parent of added) refuseUnlike(before, parent, operation);
  const old = { ...schema, tables: schema.tables.map((one) => (one === after ? before : one)) };
  const marked = {
    ...after,
    columns: after.columns.map((column) =>
      !inheritsColumn(old, before, column.name) && inheritsColumn(schema, after, column.name)
        ? { ...column, local: true as const }
        : column,
    ),
    checkConstraints: after.checkConstraints.map((check) =>
      !inheritsCheck(old, before, check.name) && inheritsCheck(schema, after, check.name)
        ? { ...check, local: true as const }
        : check,
    ),
  };
  return withFamilySettled(withTable(schema, marked), name);
}

function withFamilySettled(schema: Schema, name: string): Schema {
  return childrenOf(schema, name).reduce(
    (result, child) => withFamilySettled(result, child.name),
    withChildSettled(schema, name),
  );
}
