import type { ObjectReference } from '../../model/change.ts';
import type { AppliedOperation } from '../../model/migration.ts';
import { findColumn, findTable, type Schema } from '../../model/schema.ts';
import { tracedBack } from '../verification/subjects.ts';

/** What a table was called when the release began. */
export interface Origin {
  readonly table: string;
  /** What a column of it was called then; null for one that the release itself added. */
  readonly columnOf: (column: string) => string | null;
}

/** The origin of a table by its name at a step; null for one that the release itself created. */
export type OriginOf = (table: string) => Origin | null;

/** For a step that is looked at alone, and for the first of a release: all is called what it is. */
export const SAME_NAMES: OriginOf = (table) => ({ table, columnOf: (column) => column });

/**
 * Where tables and columns come from that a step finds. What a rollback needs is saved before the
 * first step of a release, when an earlier step has not yet renamed or created anything.
 *
 * @param earlier - the steps that ran before, in order.
 */
export function originsBefore(earlier: readonly AppliedOperation[]): OriginOf {
  return (name) => {
    const table = traced({ type: 'table', table: null, name }, earlier);
    if (table === null) return null;
    const columnOf = (column: string) =>
      traced({ type: 'column', table: name, name: column }, earlier)?.name ?? null;
    return { table: table.name, columnOf };
  };
}

function traced(
  found: ObjectReference,
  earlier: readonly AppliedOperation[],
): ObjectReference | null {
  let reference = found;
  for (const { operation, before } of earlier.toReversed()) {
    reference = tracedBack(reference, operation);
    if (!isThere(reference, before)) return null;
  }
  return reference;
}

function isThere({ table, name }: ObjectReference, schema: Schema): boolean {
  const owner = findTable(schema, table ?? name);
  return owner !== null && (table === null || findColumn(owner, name) !== null);
}
