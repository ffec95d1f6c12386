import type { TableGroup } from '../model/proposal.ts';

/** Name of the first group that holds the table; null for none. */
export function groupOf(groups: readonly TableGroup[], table: string): string | null {
  return groups.find((group) => holds(group, table))?.name ?? null;
}

/** The tables of that group, in the order given. */
export function tablesOfGroup(group: TableGroup, tables: readonly string[]): readonly string[] {
  return tables.filter((table) => holds(group, table));
}

function holds(group: TableGroup, table: string): boolean {
  return group.tables.some((pattern) => matches(pattern, table));
}

/** `*` in a pattern stands for any characters. */
function matches(pattern: string, table: string): boolean {
  const expression = pattern
    .split('*')
    .map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${expression}$`).test(table);
}
