/** How many rows a table has in production, and how that is known. */
export interface TableRows {
  readonly rows: number;
  /** `stated` by a person in `migdocs.yml`; `estimated` by the server's statistics; `counted`. */
  readonly basis: 'stated' | 'estimated' | 'counted';
  /** Day of the figure, `YYYY-MM-DD`; null when whoever stated it gave none. */
  readonly asOf: string | null;
}

/** By table, under the name that it has before the release; one without an entry is of unknown size. */
export interface RowsByTable {
  readonly [table: string]: TableRows;
}
