import type { Dialect } from '../../dialect/dialect.ts';
import type { ObjectReference, ObjectType } from '../../model/change.ts';
import { findTable, type Schema } from '../../model/schema.ts';

/** A read-only query and what it gives when all is well. */
export interface Probe {
  readonly sql: string;
  readonly expected: string;
}

export interface ProbeContext {
  readonly schema: Schema;
  readonly dialect: Dialect;
  /** Enums that hold more values than the schema says: a rollback can't take values away. */
  readonly grownEnums: ReadonlySet<string>;
}

/** Looks whether the object is as the schema has it; for one that the schema has not, whether it is gone. */
type Prober = (reference: ObjectReference, context: ProbeContext) => Probe | null;

/** What an engine is asked for each type of object; null where it has none. */
export type Probers = { readonly [T in ObjectType]: Prober };

/** Columns of a result row with their values: `type = integer, not_null = true`. */
export function row(values: { readonly [column: string]: string | number | boolean }): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ');
}

export const NO_ROW = 'no row';
export const NULL_VALUE = 'NULL';

export function columnOf({ table, name }: ObjectReference, { schema }: ProbeContext) {
  return findTable(schema, table ?? '')?.columns.find((column) => column.name === name) ?? null;
}

/** The index of a table or materialized view. */
export function indexOf({ table, name }: ObjectReference, { schema }: ProbeContext) {
  const owner = findTable(schema, table ?? '') ?? schema.views.find((view) => view.name === table);
  return owner?.indexes.find((index) => index.name === name) ?? null;
}

/**
 * Whether the constraint is there and holds for all rows; null when it is not there. A name stands
 * for one constraint of its table, of whichever kind.
 */
export function constraintOf(
  { table, name }: ObjectReference,
  { schema }: ProbeContext,
): { readonly validated: boolean } | null {
  const owner = findTable(schema, table ?? '');
  if (!owner) return null;
  const lists = [
    ...owner.foreignKeys,
    ...owner.checkConstraints,
    ...owner.uniqueConstraints,
    ...owner.exclusionConstraints,
  ];
  const found = lists.find((constraint) => constraint.name === name);
  if (!found) return null;
  return { validated: 'validated' in found ? found.validated : true };
}

/** The last part of a `schema.name`. */
export function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
