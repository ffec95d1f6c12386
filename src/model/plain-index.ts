import type { Index } from './schema.ts';

/** An index over whole columns in ascending order, with nothing else stated. */
export function plainIndex(name: string, columns: readonly string[]): Index {
  return {
    name,
    parts: columns.map((column) => ({
      column,
      expression: null,
      order: 'asc',
      nulls: null,
      opclass: null,
      length: null,
      collation: null,
    })),
    unique: false,
    using: null,
    kind: null,
    where: null,
    include: [],
    nullsNotDistinct: false,
    comment: null,
    enabled: true,
  };
}
