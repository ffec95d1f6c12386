import { tableOptions } from '../../dialect/postgresql/table-options.ts';
import type { Schema, Table } from '../../model/schema.ts';
import { type Link, usedBy, uses } from './link.ts';

/** The table that this one is a partition of, its own partitions, and tables that inherit. */
export function partitionLinks(schema: Schema, table: Table): readonly Link[] {
  const parents = schema.tables.filter((other) => isChildOf(table, other));
  const children = schema.tables.filter((other) => isChildOf(other, table));
  return [
    ...parents.map(({ name }) => uses('partition', null, name)),
    ...children.map(({ name }) => usedBy('partition', null, name)),
  ];
}

function isChildOf({ name, partition, options }: Table, parent: Table): boolean {
  if (name === parent.name) return false;
  if (partition) return partition.parent === parent.name;
  return tableOptions(options).inherits.includes(parent.name);
}
