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
