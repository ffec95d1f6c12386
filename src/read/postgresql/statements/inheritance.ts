import { tableOptions, tableOptionsText } from '../../../dialect/postgresql/table-options.ts';
import type { OperationBody } from '../../../model/operation.ts';
import { findTable, type Schema, type Table } from '../../../model/schema.ts';
import { relationName } from '../names.ts';
import { nodeOf } from '../nodes.ts';
import type { TableAction } from './alter-table.ts';
import { missingParts } from './copied-parts.ts';
import { boundText } from './partition-bound.ts';
import { type Bodies, NotTold, noEffect } from './reading.ts';

/** INHERIT: the table names one more parent; its columns have to be there already. */
export function inherit({ command, table, reading }: TableAction): Bodies {
  const parent = relationName(nodeOf(command.def, 'RangeVar') ?? undefined);
  refuseCircle(reading.schema, table.name, parent);
  return [withParents(table, [...parentsOf(table.options), parent])];
}

/** @throws {NotTold} when the parent is the table itself or one that inherits from it. */
function refuseCircle(schema: Schema, table: string, parent: string): void {
  if (parent === table) throw new NotTold(`${table} would inherit from itself`);
  const options = findTable(schema, parent)?.options ?? null;
  for (const grandparent of parentsOf(options)) refuseCircle(schema, table, grandparent);
}

/** NO INHERIT: the columns stay. */
export function noInherit({ command, table, reading }: TableAction): Bodies {
  const name = relationName(nodeOf(command.def, 'RangeVar') ?? undefined);
  const parent = findTable(reading.schema, name)?.name ?? name;
  return [
    withParents(
      table,
      parentsOf(table.options).filter((other) => other !== parent),
    ),
  ];
}

function withParents({ name, options }: Table, parents: readonly string[]): OperationBody {
  const changed = tableOptionsText({ ...tableOptions(options), inherits: parents });
  return { kind: 'setTableOptions', table: name, options: changed };
}

/** The parents that `options: "INHERITS (a, b)"` names. */
function parentsOf(options: string | null): readonly string[] {
  return tableOptions(options).inherits;
}

/** Whether the table is a child or a partition of the other one. */
export function isChildOf(table: Table, parent: string): boolean {
  return table.partition?.parent === parent || parentsOf(table.options).includes(parent);
}

/**
 * ATTACH PARTITION: the partition gets what it lacks of the parent's indexes and foreign keys, under
 * names of its own.
 *
 * @see {@link https://www.postgresql.org/docs/18/sql-altertable.html | ALTER TABLE}
 */
export function attachPartition({ command, table, reading }: TableAction): Bodies {
  const child = partitionOfCommand({ command, table, reading });
  if (!child) return [noEffect(reading, 'attaches a partition')];
  if (child.name === table.name) throw new NotTold(`${table.name} would be its own partition`);
  const bound = boundText(nodeOf(command.def, 'PartitionCmd')?.bound, table);
  return [
    { kind: 'attachPartition', table: child.name, partition: { parent: table.name, bound } },
    ...(reading.schema.complete ? [] : missingParts(child, table, reading.schema)),
  ];
}

/** DETACH PARTITION: the table keeps all it has. Rails dumps a partition as a table that inherits. */
export function detachPartition({ command, table, reading }: TableAction): Bodies {
  const child = partitionOfCommand({ command, table, reading });
  if (!child) return [noEffect(reading, 'detaches a partition')];
  if (child.partition) {
    const concurrently = nodeOf(command.def, 'PartitionCmd')?.concurrent ?? false;
    return [{ kind: 'detachPartition', table: child.name, concurrently }];
  }
  const parents = parentsOf(child.options).filter((other) => other !== table.name);
  return [withParents(child, parents)];
}

/** The partition that the action names; null when the schema does not hold it. */
function partitionOfCommand({ command, reading }: TableAction): Table | null {
  const range = nodeOf(command.def, 'PartitionCmd')?.name;
  return findTable(reading.schema, relationName(range));
}
