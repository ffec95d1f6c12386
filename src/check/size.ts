import type { Severity } from '../model/hazard.ts';

/** How large a table is; `large` as well when nobody said. */
export interface TableSize {
  readonly class: 'small' | 'medium' | 'large';
  /** Null when nobody said. */
  readonly rows: number | null;
}

/** Rows below which a table is small, and from which it is large. */
export interface SizeLimits {
  readonly small: number;
  readonly large: number;
}

export function tableSize(rows: number | null, limits: SizeLimits): TableSize {
  if (rows === null || rows >= limits.large) return { class: 'large', rows };
  return { class: rows < limits.small ? 'small' : 'medium', rows };
}

/** `1,200,000 rows`, or that the size is unknown: fits between parentheses. */
export function describeSize({ rows }: TableSize): string {
  if (rows === null) return 'size unknown, taken as large';
  const digits = String(rows).replace(/\B(?=(\d{3})+$)/g, ',');
  return rows === 1 ? '1 row' : `${digits} rows`;
}

/** How severe it is to hold a lock for as long as the table is large. */
export const SEVERITY_BY_SIZE: { readonly [C in TableSize['class']]: Severity } = {
  small: 'info',
  medium: 'warning',
  large: 'danger',
};
