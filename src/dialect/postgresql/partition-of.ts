import type { Table } from '../../model/schema.ts';

/**
 * The table that a new one is created as a partition of, which `create_table` of Rails can say in its
 * `options:` alone; null for none.
 */
export function partitionOf({ partition, options }: Table): string | null {
  const inOptions = /\bPARTITION\s+OF\s+"?([\w.$]+)/i.exec(options ?? '')?.[1];
  return partition?.parent ?? inOptions ?? null;
}
