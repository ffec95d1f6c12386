import type { PartitionBound, Table } from '../../model/schema.ts';

/** `on`, `on, for the owner too` or `off`. */
export function describeRowSecurity({
  enabled,
  forced,
}: NonNullable<Table['rowSecurity']>): string {
  if (!enabled) return forced ? 'off, once on for the owner too' : 'off';
  return forced ? 'on, for the owner too' : 'on';
}

/** `of measurements FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')`. */
export function describePartition({ parent, bound }: PartitionBound): string {
  return `of ${parent} ${bound}`;
}

/** What PostgreSQL's SQL alone says of a table; empty for most. */
export function describeTableProperties(table: Table): readonly string[] {
  const { partition, rowSecurity, replicaIdentity, clusteredBy, unlogged } = table;
  return [
    partition === undefined ? '' : `partition ${describePartition(partition)}`,
    unlogged ? 'unlogged' : '',
    rowSecurity === undefined ? '' : `row security ${describeRowSecurity(rowSecurity)}`,
    replicaIdentity === undefined ? '' : `replica identity ${replicaIdentity}`,
    clusteredBy === undefined ? '' : `clustered by ${clusteredBy}`,
  ].filter((words) => words !== '');
}
