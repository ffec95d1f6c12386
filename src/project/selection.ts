import { basename } from 'node:path';
import type { SqlMigrationFile } from '../read/sql-migrations/file.ts';
import { byCodeUnits } from './files.ts';
import { compareVersions } from './versions.ts';

/** A migration before anyone has interpreted it. */
export type MigrationFile = RailsMigrationFile | SqlMigrationFile;

/** A migration of Rails. */
interface RailsMigrationFile {
  /** Relative to the project root. */
  readonly path: string;
  readonly text: string;
  /** Digits at the head of its name; null when there are none. */
  readonly version: string | null;
}

export function versionOf(path: string): string | null {
  return /^(\d+)_/.exec(basename(path))?.[1] ?? null;
}

/** Rails runs migrations by version; those without one come last, by name. */
function inOrder(a: string, b: string): number {
  const [left, right] = [versionOf(a), versionOf(b)];
  if (left !== null && right !== null && left !== right) return compareVersions(left, right);
  if ((left === null) !== (right === null)) return left === null ? 1 : -1;
  return byCodeUnits(a, b);
}

/** Paths of migrations in the order in which Rails runs them. */
export function migrationPathsInOrder(paths: readonly string[]): readonly string[] {
  return paths.toSorted(inOrder);
}
