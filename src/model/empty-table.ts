import type { Table } from './schema.ts';

/** A table with nothing in it but its name. */
export function emptyTable(name: string): Table {
  return {
    name,
    columns: [],
    primaryKey: null,
    indexes: [],
    foreignKeys: [],
    checkConstraints: [],
    uniqueConstraints: [],
    exclusionConstraints: [],
    comment: null,
    options: null,
    charset: null,
    collation: null,
  };
}
