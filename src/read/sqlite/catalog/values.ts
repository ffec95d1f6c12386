import type { SqliteRow } from '../../../sqlite/database.ts';

/** The text in a column of a row; empty for NULL. */
export function textOf(row: SqliteRow, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : '';
}

/** The number in a column of a row; 0 for NULL. */
export function numberOf(row: SqliteRow, column: string): number {
  return Number(row[column] ?? 0);
}
