/** A migration as it lies in a folder, before its text is read. */
export interface ListedMigration {
  /**
   * What tells it from all others and is the same at every commit: what its tool knows it by, and
   * for what runs again when it changes, a digest of its text too. Unique in a folder.
   */
  readonly key: string;
  /** Of the way up; relative to the project root. */
  readonly path: string;
  /** Of the file that holds the way down; null when there is none. */
  readonly downPath: string | null;
  readonly version: string | null;
  /** Without version and ending. */
  readonly name: string;
  /** What a file next to it says of transactions; null when nothing does. */
  readonly transaction: boolean | null;
  /** True for one that stands for all up to its version, and runs on an empty database only. */
  readonly isBaseline: boolean;
}

/** A listed migration with all that is usual. */
export function listed(
  migration: Pick<ListedMigration, 'key' | 'path' | 'version' | 'name'> & Partial<ListedMigration>,
): ListedMigration {
  return { downPath: null, transaction: null, isBaseline: false, ...migration };
}
