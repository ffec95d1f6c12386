import type { Migration } from '../model/migration.ts';
import type { ReleaseContext } from './release.ts';

/** Every migration of a release in order, those without an operation among them where they are known. */
export function migrationsOf({
  applied,
  options,
}: Pick<ReleaseContext, 'applied' | 'options'>): readonly Migration[] {
  if (options.migrations) return options.migrations;
  const found = new Map(applied.map(({ migration }) => [migration.path, migration]));
  return [...found.values()];
}
