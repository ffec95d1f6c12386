import { type RailsVersion, railsAtLeast } from '../../../model/engine.ts';
import type { Column, Table } from '../../../model/schema.ts';

/** A table whose columns are in the order of their names by chance is likely below this number. */
const TELLING_NUMBER_OF_COLUMNS = 4;

/** Columns that have a line of their own: all but that of a primary key with one column. */
export function listedColumns(table: Table): readonly Column[] {
  const { columns = [] } = table.primaryKey ?? {};
  return columns.length === 1
    ? table.columns.filter(({ name }) => name !== columns[0])
    : table.columns;
}

/**
 * True when a file keeps columns in the order of their names. Rails 8.1.0 to 8.1.3 do; other
 * versions do not, unless a gem makes them, which a table with several columns gives away.
 */
export function columnsAreSorted(tables: readonly Table[], rails: RailsVersion): boolean {
  let telling = false;
  for (const table of tables) {
    const names = listedColumns(table).map(({ name }) => name);
    if (!isSorted(names)) return false;
    telling ||= names.length >= TELLING_NUMBER_OF_COLUMNS;
  }
  return telling || sortsColumns(rails);
}

/**
 * True for a table that a dump of Rails 8.1 has put in order, in a file whose other tables an older
 * dump has left: people keep what their change is about, and give back the rest.
 */
export function staysSorted(table: Table, rails: RailsVersion): boolean {
  const names = listedColumns(table).map(({ name }) => name);
  return sortsColumns(rails) && names.length >= TELLING_NUMBER_OF_COLUMNS && isSorted(names);
}

function sortsColumns(rails: RailsVersion): boolean {
  return railsAtLeast(rails, 8, 1) && !railsAtLeast(rails, 8, 2);
}

/** The columns with a line, in the order of the file. */
export function orderedColumns(table: Table, sorted: boolean): readonly Column[] {
  const columns = listedColumns(table);
  return sorted ? columns.toSorted((left, right) => compareText(left.name, right.name)) : columns;
}

/** Compares code units, as Ruby's sort of ASCII names does. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function isSorted(names: readonly string[]): boolean {
  return names.every((name, position) => position === 0 || (names[position - 1] ?? '') <= name);
}
