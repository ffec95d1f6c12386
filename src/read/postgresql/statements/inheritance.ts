import type { OperationBody } from '../../../model/operation.ts';
import { findTable, type Table } from '../../../model/schema.ts';
import { relationName } from '../names.ts';
import { nodeOf } from '../nodes.ts';
import type { TableAction } from './alter-table.ts';
import { missingParts } from './copied-parts.ts';
import { type Bodies, noEffect } from './reading.ts';

/** INHERIT: the table names one more parent; its columns have to be there already. */
export function inherit({ command, table }: TableAction): Bodies {
  const parent = nodeOf(command.def, 'RangeVar')?.relname ?? '';
  return [withParents(table.name, [...parentsOf(table.options), parent])];
}

/** NO INHERIT: the columns stay. */
export function noInherit({ command, table, reading }: TableAction): Bodies {
  const name = relationName(nodeOf(command.def, 'RangeVar') ?? undefined);
  const parent = findTable(reading.schema, name)?.name ?? name;
  return [
    withParents(
      table.name,
      parentsOf(table.options).filter((other) => other !== parent),
    ),
  ];
}

function withParents(table: string, parents: readonly string[]): OperationBody {
  const options = parents.length === 0 ? null : inheritsOption(parents);
  return { kind: 'setTableOptions', table, options };
}

export function inheritsOption(parents: readonly string[]): string {
  return `INHERITS (${parents.join(', ')})`;
}

/** The parents that `options: "INHERITS (a, b)"` names. */
export function parentsOf(options: string | null): readonly string[] {
  return /^INHERITS \((.*)\)$/.exec(options ?? '')?.[1]?.split(', ') ?? [];
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
  return [
    withParents(child.name, [...parentsOf(child.options), table.name]),
    ...missingParts(child, table, reading.schema),
  ];
}

/** DETACH PARTITION: the table keeps all it has. */
export function detachPartition({ command, table, reading }: TableAction): Bodies {
  const child = partitionOfCommand({ command, table, reading });
  if (!child) return [noEffect(reading, 'detaches a partition')];
  const parents = parentsOf(child.options).filter((other) => other !== table.name);
  return [withParents(child.name, parents)];
}

/** The partition that the action names; null when the schema does not hold it. */
function partitionOfCommand({ command, reading }: TableAction): Table | null {
  const range = nodeOf(command.def, 'PartitionCmd')?.name;
  return findTable(reading.schema, relationName(range));
}
