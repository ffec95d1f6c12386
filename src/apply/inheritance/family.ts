import { tableOptions } from '../../dialect/postgresql/table-options.ts';
import { findColumn, findTable, type Schema, type Table } from '../../model/schema.ts';

/** Names of the tables that this one is a partition or a child of. */
export function parentNames({ partition, options }: Table): readonly string[] {
  if (partition) return [partition.parent];
  return options?.startsWith('INHERITS') ? tableOptions(options).inherits : [];
}

/** The tables that this one is a partition or a child of, so far as the schema holds them. */
export function parentsOf(schema: Schema, table: Table): readonly Table[] {
  return parentNames(table).flatMap((name) => findTable(schema, name) ?? []);
}

/** The partitions and children of a table, without theirs. */
export function childrenOf(schema: Schema, name: string): readonly Table[] {
  return schema.tables.filter((table) => parentNames(table).includes(name));
}

export function isPartitioned({ options }: Table): boolean {
  return options !== null && tableOptions(options).partitionBy !== null;
}

/** Whether a parent of the table, other than the one that is left out, has the column. */
export function inheritsColumn(
  schema: Schema,
  table: Table,
  column: string,
  leftOut: string | null = null,
): boolean {
  return parentsOf(schema, table).some(
    (parent) => parent.name !== leftOut && findColumn(parent, column) !== null,
  );
}

/** Whether a parent of the table, other than the one that is left out, gives it the check. */
export function inheritsCheck(
  schema: Schema,
  table: Table,
  check: string,
  leftOut: string | null = null,
): boolean {
  return parentsOf(schema, table).some(
    (parent) =>
      parent.name !== leftOut &&
      parent.checkConstraints.some(({ name, inherited }) => name === check && inherited !== false),
  );
}

/** Whether the key by which the table is partitioned names the column. */
export function isPartitionKey(table: Table, column: string): boolean {
  const key = tableOptions(table.options).partitionBy ?? '';
  const names = key.match(/"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*/gu) ?? [];
  return names
    .slice(1)
    .some((name) => name.replace(/^"(.*)"$/, '$1').replaceAll('""', '"') === column);
}
