import type { Table } from '../model/schema.ts';

/** `PK`, `FK`, `UK`, `IX` in this order: the keys and indexes that the column is part of. */
export function keysOf(table: Table, column: string): readonly string[] {
  return [
    ...(table.primaryKey?.columns.includes(column) ? ['PK'] : []),
    ...(table.foreignKeys.some((key) => key.columns.includes(column)) ? ['FK'] : []),
    ...(isUnique(table, [column]) ? ['UK'] : []),
    ...(table.indexes.some((index) => index.parts.some((part) => part.column === column))
      ? ['IX']
      : []),
  ];
}

/** True when no two rows can hold the same values in these columns: one key covers just them. */
export function isUnique(table: Table, columns: readonly string[]): boolean {
  const covers = (given: readonly (string | null)[]) =>
    given.length === columns.length && columns.every((column) => given.includes(column));
  return (
    table.uniqueConstraints.some((unique) => covers(unique.columns)) ||
    table.indexes.some(
      (index) =>
        index.unique && index.where === null && covers(index.parts.map((part) => part.column)),
    )
  );
}
