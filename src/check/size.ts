import type { Severity } from '../model/hazard.ts';
import type { TableRows } from '../model/table-rows.ts';

/** How large a table is; `large` as well when nobody said. */
export interface TableSize {
  readonly class: 'small' | 'medium' | 'large';
  /** Null when nobody said. */
  readonly rows: number | null;
  /** How the rows are known; null when nobody said, and for a table of the release itself. */
  readonly known: TableRows | null;
}

/** Rows below which a table is small, and from which it is large. */
export interface SizeLimits {
  readonly small: number;
  readonly large: number;
}

export function tableSize(known: TableRows | null, limits: SizeLimits): TableSize {
  if (known === null) return { class: 'large', rows: null, known };
  const { rows } = known;
  if (rows >= limits.large) return { class: 'large', rows, known };
  return { class: rows < limits.small ? 'small' : 'medium', rows, known };
}

/** Of a table that the release creates. */
export const EMPTY_TABLE: TableSize = { class: 'small', rows: 0, known: null };

/** `1,200,000 rows, 2026-11-20`, or that the size is unknown: fits between parentheses. */
export function describeSize({ rows, known }: TableSize): string {
  if (rows === null) return 'size unknown, taken as large';
  const count = rowCount(rows);
  if (known === null) return count;
  return `${count}, ${known.asOf ?? 'undated'}`;
}

/** `1 row`, `1,200,000 rows` */
export function rowCount(rows: number): string {
  const digits = grouped(rows);
  return rows === 1 ? '1 row' : `${digits} rows`;
}

/** How severe it is to hold a lock for as long as the table is large. */
export const SEVERITY_BY_SIZE: { readonly [C in TableSize['class']]: Severity } = {
  small: 'info',
  medium: 'warning',
  large: 'danger',
};

/** `1,200,000` */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
