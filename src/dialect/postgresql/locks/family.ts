import type { LockClaim } from '../../../model/lock.ts';
import { findTable, type Schema, type Table } from '../../../model/schema.ts';
import { tableOptions } from '../table-options.ts';

/** The partitions of a table and the tables that inherit from it, theirs among them. */
export function descendants(schema: Schema, table: string): readonly string[] {
  const found = new Set<string>();
  const waiting = [table];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const { name } of schema.tables.filter((one) => isChildOf(one, next))) {
      if (found.has(name)) continue;
      found.add(name);
      waiting.push(name);
    }
  }
  return [...found];
}

function isChildOf({ partition, options }: Table, parent: string): boolean {
  if (partition) return partition.parent === parent;
  return options !== null && tableOptions(options).inherits.includes(parent);
}

/** The partitions of a table, theirs among them; not what inherits from it. */
export function partitions(schema: Schema, table: string): readonly string[] {
  return descendants(schema, table).filter((name) => findTable(schema, name)?.partition);
}

/** A partitioned table has no rows of its own: its partitions take the time. */
function isPartitioned(schema: Schema, table: string): boolean {
  const options = findTable(schema, table)?.options ?? null;
  return options !== null && tableOptions(options).partitionBy !== null;
}

/**
 * The claims of a statement that goes through to the partitions and children of its table.
 *
 * @param names - those that it goes through to; {@link descendants} unless given.
 */
export function throughout(
  schema: Schema,
  claim: LockClaim,
  names: readonly string[] = descendants(schema, claim.table),
): readonly LockClaim[] {
  return [claim.table, ...names].map((table) => ({
    ...claim,
    table,
    work: isPartitioned(schema, table) ? 'catalog' : claim.work,
  }));
}

/** As {@link throughout}, unless the statement says ONLY. */
export function unlessOnly(
  schema: Schema,
  { only }: { readonly only?: true },
  claim: LockClaim,
): readonly LockClaim[] {
  return throughout(schema, claim, only ? [] : descendants(schema, claim.table));
}

/** Tables at the other end of the foreign keys that a column is part of. */
export function foreignKeyPartners(
  schema: Schema,
  table: string,
  column: string,
): readonly { readonly name: string; readonly validated: boolean; readonly isParent: boolean }[] {
  const parents = (findTable(schema, table)?.foreignKeys ?? [])
    .filter(({ columns }) => columns.includes(column))
    .map(({ toTable, validated }) => ({ name: toTable, validated, isParent: true }));
  const children = schema.tables.flatMap(({ name, foreignKeys }) =>
    foreignKeys
      .filter((key) => key.toTable === table && key.toColumns.includes(column))
      .map(({ validated }) => ({ name, validated, isParent: false })),
  );
  return [...parents, ...children];
}

/** Tables with a foreign key to the table. */
export function childTables(schema: Schema, parent: string): readonly string[] {
  return schema.tables
    .filter(({ foreignKeys }) => foreignKeys.some(({ toTable }) => toTable === parent))
    .map(({ name }) => name);
}
